import * as z from 'zod/mini'
import { described } from './schema.ts'

const span = z.object({
  start: described(z.int(), 'First offset in the text of the component, in UTF-16 code units'),
  end: described(z.int(), 'The offset after the last'),
})
const money = z.nullable(z.object({ micros: z.int(), currency: z.string() }))

/** Meta's body to create a template; what is wrong in it is told as findings, as far down as it can be read. */
export const templateDraft = z.looseObject({
  name: described(z.optional(z.unknown()), 'Lower-case letters, digits and underscores', 'pedido_enviado'),
  language: described(z.optional(z.unknown()), 'Meta’s code', 'es_MX'),
  category: described(z.optional(z.unknown()), 'MARKETING, UTILITY or AUTHENTICATION', 'UTILITY'),
  components: described(z.optional(z.unknown()), 'As Meta takes them', [
    { type: 'BODY', text: 'Hola {{1}}, tu pedido va en camino.', example: { body_text: [['Lucía']] } },
  ]),
})

export const lintView = z.object({
  findings: z.array(
    z.object({
      code: described(z.string(), 'One of the linter’s codes', 'field-at-edge'),
      severity: z.enum(['error', 'warning', 'advice']),
      component: described(z.string(), 'Where: `name`, `body`, `buttons.0.url`, `carousel.1.body` …', 'body'),
      span: described(z.nullable(span), 'The place in the text of the component; null: all of it'),
      message: z.string(),
      fix: described(
        z.nullable(z.object({ span, text: z.string() })),
        'Put `text` in place of this span of the component',
      ),
    }),
  ),
  predictedCategory: z.enum(['AUTHENTICATION', 'UTILITY', 'MARKETING']),
  why: z.object({
    sentence: z.string(),
    clues: z.array(
      z.object({
        category: z.enum(['AUTHENTICATION', 'UTILITY', 'MARKETING']),
        kind: z.string(),
        component: z.string(),
        span,
        text: z.string(),
      }),
    ),
    cost: described(
      z.nullable(z.object({ asked: money, predicted: money })),
      'One delivered message, by the demonstration card, in the country of the account or line; null when unknown',
    ),
  }),
})
export type LintView = z.output<typeof lintView>
