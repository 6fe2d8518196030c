import type { Step } from '../loop/step.ts'
import { templateKey } from '../loop/world.ts'
import { maySend, type Question, SEND_MARGIN, type Verdict } from '../policy/may-send.ts'
import type { Rights } from '../policy/rights.ts'
import type { TemplateRef } from '../template/template.ts'
import type { OutboundContent } from './content.ts'

/** What is to be sent, to whom, on which line, by whom. */
export type Asked = Pick<Question, 'line' | 'contact' | 'conversation' | 'by' | 'rule'> & {
  readonly content: OutboundContent
  readonly template: TemplateRef | null
}

/** The right to send it, by what is known in this step. */
export const judged = (step: Step, asked: Asked): Verdict => maySend(questionOf(step, asked))

export function questionOf({ world, context }: Step, { content, template, ...about }: Asked): Question {
  const rights = context.rightsOf(world.accountId)
  const asked: Question['content'] =
    content.kind === 'template'
      ? {
          kind: 'template',
          template: (template && world.templates.get(templateKey(template))) ?? null,
          filled: content.template,
        }
      : { kind: content.kind }
  // Whom this batch began with is not on disk yet, and counts already.
  const reached: Rights['reached'] = (lineId, now) => rights.reached(lineId, now) + world.reached.size
  return { ...about, content: asked, rights: { ...rights, reached }, now: context.now, margin: SEND_MARGIN }
}
