/** Whether nothing was changed since it was kept; what is kept is plain JSON. */
export const isSame = (now: unknown, kept: unknown): boolean => JSON.stringify(now) === JSON.stringify(kept)
