import type { Origin } from '../core/scenario/step.ts';
import { isRecord } from './is-record.ts';
import { isOrigin } from './saved-history.ts';

/** A scenario that is open and not saved, because nothing was done to it. */
export interface UnsavedScenario {
  readonly id: string;
  /** Its position in the bar. */
  readonly order: number;
  /** The link that says what it says. */
  readonly link: string;
  readonly origin: Origin;
}

/**
 * What the browser remembers with one entry of its history beside the address: whose the address is. An address is
 * written at another pace than work is saved, so after a reload, back or a crash it may say what a scenario was a moment
 * before; this tells it from a link that somebody else wrote. A link that is opened anew comes without it.
 */
export interface AddressMemory {
  /** Id of the scenario that was shown. */
  readonly shown: string;
  /** Ids of the scenarios that the address names, in its order. */
  readonly named: readonly string[];
  /** How often the shown scenario had been changed when the address was written; 0 while the address is as it was opened. */
  readonly revision: number;
  readonly unsaved: readonly UnsavedScenario[];
}

/** Return what is remembered with an address, or undefined where it is not of this form. */
export function readAddressMemory(value: unknown): AddressMemory | undefined {
  if (!isRecord(value)) return undefined;
  const { shown, named, revision, unsaved } = value;
  return typeof shown === 'string' &&
    typeof revision === 'number' &&
    Array.isArray(named) &&
    named.every((id) => typeof id === 'string') &&
    Array.isArray(unsaved) &&
    unsaved.every(isUnsavedScenario)
    ? { shown, named, revision, unsaved }
    : undefined;
}

function isUnsavedScenario(value: unknown): value is UnsavedScenario {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['order'] === 'number' &&
    typeof value['link'] === 'string' &&
    isOrigin(value['origin'])
  );
}
