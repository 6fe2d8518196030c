/**
 * Worlds in which something went wrong once, and what it was. A seed plays another world when the simulation itself
 * changes; the rule that was broken then has its own table test beside it.
 */
export const REGRESSIONS: readonly { readonly seed: number; readonly steps: number; readonly found: string }[] = [
  { seed: 1, steps: 50, found: 'free text left outside the window, being claimed 31 s before it closed' },
  { seed: 3, steps: 150, found: 'an old number came back with a late message' },
  { seed: 14, steps: 49, found: 'what WhatsApp told of one of merged numbers was said with another of them' },
  { seed: 28, steps: 150, found: 'the list showed a message as sending that waited in the queue again' },
  { seed: 29, steps: 150, found: 'a batch in conflict with itself blocked the reader for ever' },
  { seed: 96, steps: 150, found: 'two changes of user id told in the wrong order split a contact' },
  { seed: 1350, steps: 100, found: 'who lost a number to somebody else was written to at an older one' },
  { seed: 4532, steps: 100, found: 'what was about to be set aside was forgotten when its commit, too, met conflicts' },
  { seed: 4734, steps: 100, found: 'two storms of conflicts, hours apart, made a good message look stuck' },
  {
    seed: 810248,
    steps: 100,
    found: 'whoever held a lost number took along the numbers of all it had been merged with',
  },
  {
    seed: 2000174,
    steps: 100,
    found: 'the id of whoever was reached in the place of a part that has no address any more became that part’s',
  },
  {
    seed: 2001832,
    steps: 100,
    found: 'whoever had been merged by way of another with whom they were asked about was merged with themselves',
  },
]
