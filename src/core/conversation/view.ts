/** The named selections of conversations an agent works from. All but `resolved` hold open ones only. */
export const VIEWS = ['all', 'mine', 'unassigned', 'waiting', 'closing', 'failed', 'resolved'] as const
export type ViewName = (typeof VIEWS)[number]

/** How far conversations are counted, of a view or of a line: this many means this many or more. */
export const COUNTED_UP_TO = 1_000
