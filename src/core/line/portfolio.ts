import type { LineId } from '../account/account.ts'
import type { Line } from './line.ts'

/**
 * The lines whose people begun with count against one limit with those of this line: Meta grants it to the business
 * portfolio (cloud-api §4.2). A line whose portfolio is not read yet may be of any, so it counts with all. Null: every line
 * of the company.
 */
export function linesSharing(
  lines: readonly Pick<Line, 'lineId' | 'group'>[],
  lineId: LineId,
): readonly LineId[] | null {
  const own = lines.find((line) => line.lineId === lineId)?.group?.portfolioKey
  const sharing = lines.filter(({ group }) => isSamePortfolio(group?.portfolioKey, own))
  return sharing.length === lines.length ? null : sharing.map((line) => line.lineId)
}

/** Whether two portfolios may be the same; absent: it is not known which one. */
export const isSamePortfolio = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other
