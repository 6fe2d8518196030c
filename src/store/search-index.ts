/**
 * What makes contacts findable by any part of their name and phone. A commit only notes whom it added or renamed; the
 * parts follow here, outside of the time in which a message is received.
 */
export type SearchIndex = {
  /**
   * Puts in order the parts of at most so many contacts, of every company some, in one transaction. Any number of
   * processes may at once. Answers how many there were; none: nobody is left, or another process is at them.
   */
  readonly fill: (most: number) => Promise<number>
}
