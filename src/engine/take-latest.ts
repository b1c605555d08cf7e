import type { Outcome } from './engine-api.ts';

/** What is delivered: never that a worker was replaced, which is a reason to ask again. */
export type Delivered<Answer> = Extract<Outcome<Answer>, { readonly kind: 'answered' | 'failed' }>;

/** Who is asked, and who hears the answers. */
export interface Exchange<Key, Asked, Answer> {
  /** Answers one question; never rejects. */
  readonly ask: (question: Asked) => Promise<Outcome<Answer>>;
  /** Takes the outcome of the newest question of a key. */
  readonly deliver: (key: Key, question: Asked, outcome: Delivered<Answer>) => void;
  /** Whether two questions have the same answer, so that one call will do for both; by identity if not stated. */
  readonly isSame?: (one: Asked, other: Asked) => boolean;
}

/** A question of a key, and when it was asked, as a number that grows. */
interface Touch<Asked> {
  readonly question: Asked;
  readonly time: number;
}

/**
 * Ask for the newest question of each key only: one call in flight over all keys, at most one question of a key
 * waiting. An answer is delivered to a key only if nothing newer was asked for it meanwhile; where a worker was
 * replaced, the newest question is asked again. Keys that have the same question share one call.
 *
 * Of several keys that wait, the one touched last has its turn, but never twice in a row over the one that has waited
 * longest: so that a drag is followed at once and nobody waits for its end.
 *
 * @returns A function that asks; what it is given last for a key is what is delivered last to it.
 */
export function takeLatest<Key, Asked, Answer>({
  ask,
  deliver,
  isSame = Object.is,
}: Exchange<Key, Asked, Answer>): (key: Key, question: Asked) => void {
  /** In the order in which the keys began to wait. */
  const waiting = new Map<Key, Touch<Asked>>();
  let inFlight: { readonly question: Asked; readonly touches: Map<Key, Touch<Asked>> } | undefined;
  let time = 0;
  let isRunning = false;
  let wasPassedOver = false;

  /** The touch whose turn it is; undefined where none waits. */
  function nextTouch(): Touch<Asked> | undefined {
    const [longest, ...others] = waiting.values();
    if (longest === undefined || wasPassedOver) {
      wasPassedOver = false;
      return longest;
    }
    const last = others.reduce((one, other) => (other.time > one.time ? other : one), longest);
    wasPassedOver = last !== longest;
    return last;
  }

  /** Take a question, and whoever else waits for its answer, out of those that wait. */
  function takeOff({ question }: Touch<Asked>): typeof inFlight & object {
    const touches = new Map([...waiting].filter(([, touch]) => isSame(touch.question, question)));
    for (const key of touches.keys()) waiting.delete(key);
    return { question, touches };
  }

  /** Let keys wait again, before all others: their wait began earlier. */
  function putBack(touches: ReadonlyMap<Key, Touch<Asked>>): void {
    const others = [...waiting];
    waiting.clear();
    for (const [key, touch] of [...touches, ...others]) waiting.set(key, touch);
  }

  async function drain(): Promise<void> {
    isRunning = true;
    for (let next = nextTouch(); next !== undefined; next = nextTouch()) {
      inFlight = takeOff(next);
      const outcome = await ask(next.question);
      const { touches } = inFlight;
      inFlight = undefined;
      if (outcome.kind === 'replaced') putBack(touches);
      else if (outcome.kind !== 'cancelled') {
        for (const [key, { question }] of touches) {
          // Whoever heard the answer first may have asked anew for another key.
          if (!waiting.has(key)) deliver(key, question, outcome);
        }
      }
    }
    isRunning = false;
  }

  return (key, question) => {
    time += 1;
    inFlight?.touches.delete(key);
    if (inFlight !== undefined && isSame(inFlight.question, question)) {
      waiting.delete(key);
      inFlight.touches.set(key, { question, time });
    } else waiting.set(key, { question, time });
    if (!isRunning) void drain();
  };
}
