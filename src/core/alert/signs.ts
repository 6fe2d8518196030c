import type { Instant } from '#base/time.ts'
import type { LineState } from '../line/line.ts'
import type { Notice, Standing } from '../notice/notice.ts'

/** `fine` also where the platform uses a word that is new to us: it is no alert. */
export type AskedState = 'fine' | 'flagged' | 'limited' | 'banned' | 'unregistered' | 'moved' | 'gone'

/** What is known of a line when somebody looks; null: nothing is known of it, which is no alert. */
export type LineSigns = {
  readonly state: LineState
  /** The platform's newest words, asked or told; those that are over left out. */
  readonly standing: readonly Standing[]
  /** People begun with in 24 hours, over all lines, and how many may be. */
  readonly reach: { readonly used: number; readonly of: number | null }
  /** `endsAt` null: never. `missing`: permissions it lacks. */
  readonly access: { readonly endsAt: Instant | null; readonly missing: readonly string[] } | null
  /** The newest message that came in: when it was here and how long it took. */
  readonly heard: { readonly at: Instant; readonly lagMs: number } | null
  /** Of the last day. */
  readonly sends: { readonly tried: number; readonly failed: number }
  /** Of the last hours: what the platform took since `firstAt`, and of how many it has told anything since. */
  readonly reports: { readonly taken: number; readonly told: number; readonly firstAt: Instant | null }
  /** Warnings of the platform that nobody has acknowledged, newest first. */
  readonly told: readonly { readonly notice: Notice; readonly at: Instant }[]
  /** What the platform says of the number itself when asked; null: it does not answer, or knows no word for it. */
  readonly asked: {
    /** `gone`: it shows no such number. */
    readonly state: AskedState
    /** The display name that was asked for last and refused; null: none was. */
    readonly refusedName: string | null
    /** The address its messages are sent to in place of ours; null: to ours. */
    readonly callsElsewhere: string | null
  } | null
  /** The newest refusal of a display name that was told, seen or not; null: none. */
  readonly nameRefusal: Pick<Notice, 'to' | 'details'> | null
  /** When the PIN was last set through us. */
  readonly pinSetAt: Instant | null
}
