import type { AnswerOf, Engine, Method, Outcome, QuestionOf } from '../../src/engine/engine-api.ts';

/** What plays an engine, method by method. */
export type Played = {
  readonly [Asked in Method]?: (question: QuestionOf<Asked>) => Promise<Outcome<AnswerOf<Asked>>>;
};

/** Return an engine of which some methods are played by hand; the others throw. */
export function fakeEngine(played: Played): Engine {
  return {
    call(method, question) {
      const play = played[method];
      if (play === undefined) throw new Error(`nobody plays ${method}`);
      return play(question);
    },
  };
}
