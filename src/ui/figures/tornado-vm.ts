import type { ChartLook } from '../../charts/chart-colours.ts';
import type { Tornado, TornadoBar } from '../../core/sensitivity/tornado.ts';
import type { TornadoContent } from '../../charts/tornado-chart.ts';
import { describeAssumed, describeAssumption, type Named } from '../../text/describe-assumption.ts';
import type { Text } from '../../text/text.ts';
import { ANSWER_WORDS } from '../../text/words/answers.ts';

/** How many bars the chart has room for; the table has all. */
const MOST_BARS = 8;

/** What it takes to put a tornado into words. */
export interface TornadoWords extends Named {
  /** The outcome in words, with as many digits as a table shows. */
  readonly formatOutcome: (value: number) => string;
  readonly text: Text;
}

/** Return what the chart shows, but for the look of the page; undefined where no assumption moves the outcome. */
export function tornadoContent(
  tornado: Tornado,
  { formatOutcome, text, ...named }: TornadoWords,
): Omit<TornadoContent, keyof ChartLook> | undefined {
  const bars = movingBars(tornado).slice(0, MOST_BARS);
  if (bars.length === 0) return undefined;
  return {
    base: tornado.base,
    bars: bars.map(({ assumption, down, up }) => ({
      name: describeAssumption(named, assumption, text),
      down: down.outcome,
      up: up.outcome,
    })),
    downLabel: ANSWER_WORDS[text.language].matters.down,
    upLabel: ANSWER_WORDS[text.language].matters.up,
    formatOutcome,
  };
}

/** Return a tornado in one sentence. */
export function describeTornado(
  tornado: Tornado | undefined,
  { formatOutcome, text, ...named }: TornadoWords,
): string {
  const words = ANSWER_WORDS[text.language].matters;
  if (tornado === undefined) return text.words.working;
  const [longest] = movingBars(tornado);
  if (longest === undefined) return words.nothingMoves;
  const name = describeAssumption(named, longest.assumption, text);
  return words.chartLabel(name, formatOutcome(longest.low), formatOutcome(longest.high));
}

/** One assumption in the table below the chart, as it is printed. */
export interface TornadoRow {
  readonly key: string;
  readonly name: string;
  readonly down: string;
  readonly up: string;
}

/** Return the table below the chart: every assumption, the one that moves the outcome most first. */
export function tornadoRows(
  tornado: Tornado | undefined,
  { formatOutcome, text, ...named }: TornadoWords,
): readonly TornadoRow[] {
  return (tornado?.bars ?? []).map(({ assumption, ...sides }) => {
    const describe = ({ value, outcome }: TornadoBar['down']): string =>
      ANSWER_WORDS[text.language].matters.outcomeAt(
        formatOutcome(outcome),
        describeAssumed(assumption, value, text),
      );
    return {
      key: JSON.stringify(assumption),
      name: describeAssumption(named, assumption, text),
      down: describe(sides.down),
      up: describe(sides.up),
    };
  });
}

function movingBars({ bars }: Tornado): readonly TornadoBar[] {
  return bars.filter(({ swing }) => swing > 0);
}
