import type { Instant } from '#base/time.ts'

/**
 * Who answers a conversation on the platform: we, its own assistant, or another system. `at`: the newest thing that told
 * so, by the platform's clock.
 * Sending anything but a template takes it (cloud-api §2.5). Absent where nobody but us was ever heard of.
 */
export type Control = { readonly owner: 'us' | 'assistant' | 'other'; readonly at: Instant }

/** Whether somebody else answers. */
export const isElsewhere = (control: Control | undefined): boolean => control !== undefined && control.owner !== 'us'
