import type { Outcome } from './engine-api.ts';

/** What is delivered: never that a worker was replaced, which is a reason to ask again. */
export type Delivered = Exclude<Outcome, { readonly kind: 'replaced' }>;

/**
 * Ask for the newest question only: one call in flight, at most one waiting. An answer is delivered only if nothing
 * newer was asked meanwhile; where a worker was replaced, the newest question is asked again.
 *
 * @param ask Answers one question; never rejects.
 * @param deliver Takes the outcome of the newest question.
 * @returns A function that asks; what it is given last is what is delivered last.
 */
export function takeLatest<Asked>(
  ask: (question: Asked) => Promise<Outcome>,
  deliver: (question: Asked, outcome: Delivered) => void,
): (question: Asked) => void {
  let waiting: { readonly question: Asked } | undefined;
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (waiting !== undefined) {
      const asked = waiting;
      waiting = undefined;
      const outcome = await ask(asked.question);
      if (waiting !== undefined) continue;
      if (outcome.kind === 'replaced') waiting = asked;
      else deliver(asked.question, outcome);
    }
    running = false;
  }

  return (question) => {
    waiting = { question };
    if (!running) void drain();
  };
}
