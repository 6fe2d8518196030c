/** The named selections of conversations an agent works from. All but `resolved` hold open ones only. */
export const VIEWS = ['all', 'mine', 'unassigned', 'waiting', 'closing', 'failed', 'resolved'] as const
export type ViewName = (typeof VIEWS)[number]
