import { log } from './log.ts';

/** How far from the middle the central approximation reaches, and the constant its argument is taken from. */
const CENTRE = 0.425;
const CENTRE_SQUARE = 0.180625;
/** Where the second of the two approximations for the tails begins. */
const FAR_TAIL = 5;

/**
 * Return the standard normal quantile of a probability: algorithm AS 241 (PPND16), with a relative error of about
 * 1e-15. Inversion, not rejection, so that a low-discrepancy point stays one; core's own logarithm, so that the bits
 * are the same in every engine.
 *
 * @param p A probability, without unit.
 * @returns The value below which a standard normal number falls with probability `p`; -Infinity at 0, Infinity at 1,
 *   NaN outside.
 *
 * @see M. J. Wichura (1988), Algorithm AS 241: The Percentage Points of the Normal Distribution. Applied Statistics 37.
 */
export function inverseNormal(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= CENTRE) return central(q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const tail = r <= FAR_TAIL ? nearTail(r - 1.6) : farTail(r - FAR_TAIL);
  return q < 0 ? -tail : tail;
}

function central(q: number): number {
  const r = CENTRE_SQUARE - q * q;
  return (
    (q *
      (((((((r * 2509.0809287301227 + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
        r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
        3.3871328727963665)) /
    (((((((r * 5226.495278852546 + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
      1)
  );
}

function nearTail(r: number): number {
  return (
    (((((((r * 0.0007745450142783414 + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((r * 1.0507500716444169e-9 + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((r * 2.0103343992922881e-7 + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((r * 2.0442631033899397e-15 + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
