import type { Simulation } from '../../core/simulate-plan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { describeValue, describeVerdict } from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

/** How long what is said may be; what is left out stands on the page. */
const MOST_CHARACTERS = 200;
/** How many changed verdicts are spoken by name; the rest is counted, so that a sentence stays under 200 characters. */
const MOST_NAMED = 2;

/**
 * Return what a screen reader hears when things settle: verdicts that changed first, then the count, then the
 * indicator at hand, and in how many futures it meets its target.
 *
 * @param plan The plan, for its indicators' names.
 * @param answers The answer that was spoken of last, and the one now.
 * @param options The indicator at hand, and the page's words.
 * @returns One or a few short sentences; empty where nothing that is shown changed.
 */
export function announcement(
  plan: Plan,
  { before, now }: { readonly before: Simulation; readonly now: Simulation },
  { selected, text }: { readonly selected: string; readonly text: Text },
): string {
  const { words } = text;
  const changed = now.indicators.flatMap((result, index) => {
    const [indicator, old] = [plan.indicators[index], before.indicators[index]?.status];
    return indicator !== undefined && old !== undefined && result.status !== old
      ? [{ indicator, result, old }]
      : [];
  });
  const said = changed
    .slice(0, MOST_NAMED)
    .map(({ indicator, result, old }) =>
      words.announce.verdict(
        text.plan(indicator.shortName),
        words.status[old],
        describeVerdict(indicator, result, text),
      ),
    );
  if (changed.length > MOST_NAMED) said.push(words.announce.moreVerdicts(changed.length - MOST_NAMED));
  const of = now.indicators.length;
  if (changed.length > 0)
    said.push(
      now.met === before.met
        ? words.announce.count(now.met, of)
        : words.announce.countChanged(now.met, of, before.met),
    );

  const index = plan.indicators.findIndex(({ id }) => id === selected);
  const [indicator, result] = [plan.indicators[index], now.indicators[index]];
  const moved = result !== undefined && result.value !== before.indicators[index]?.value;
  if (indicator !== undefined && moved && !changed.some((each) => each.result === result)) {
    const told = words.announce.value(
      text.plan(indicator.shortName),
      describeValue(indicator, result, text),
      describeVerdict(indicator, result, text),
    );
    if ([...said, told].join(' ').length <= MOST_CHARACTERS) said.push(told);
    if (changed.length === 0) said.push(words.announce.count(now.met, of));
  }
  const [share, shareBefore] = [result?.drawn?.shareMet, before.indicators[index]?.drawn?.shareMet];
  if (share !== undefined) {
    const told = text.numbers.ofHundred(share);
    const longer = [...said, words.announce.futures(told)].join(' ');
    const isNews = shareBefore === undefined || text.numbers.ofHundred(shareBefore) !== told;
    if (isNews && longer.length <= MOST_CHARACTERS) return longer;
  }
  return said.join(' ');
}
