import { proxy, type Remote } from 'comlink';
import type { AnswerOf, EngineApi, Method, QuestionOf, Report } from './engine-api.ts';
import type { WorkerHandle } from './running-worker.ts';

/**
 * Return how an engine at the other end of Comlink is called by a method's name.
 *
 * @param api The far end.
 */
export function callOver(api: Remote<EngineApi>): WorkerHandle['call'] {
  return <Asked extends Method>(method: Asked, question: QuestionOf<Asked>, report?: Report) => {
    const remote = api[method] as unknown as (
      ...given: readonly [QuestionOf<Asked>, Report?]
    ) => Promise<AnswerOf<Asked>>;
    // Only where someone listens: a function that is handed over costs a channel of its own.
    return report === undefined ? remote(question) : remote(question, proxy(report));
  };
}
