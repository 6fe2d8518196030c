import { objectOf, stringOf } from '../json.ts'
import type { Sample } from './corpus.ts'

/** What stands in fields, all languages together: amounts, dates, times, numbers and places. */
const VALUES = [
  ...[
    'A-20417',
    '$1,250.00',
    '15/03',
    '18:30',
    'R$ 89,90',
    '48 h',
    '10:00',
    'S/ 120',
    '1234',
    '35,20 €',
    'Centro',
    'B12',
  ],
  ...[
    'lunes',
    'Friday',
    'sexta-feira',
    '12 de mayo',
    'May 5',
    '3',
    'Aurora',
    '2.400',
    '55 1234 5678',
    '09/11',
    'MX-881',
    '7',
  ],
]
const NAMES = ['Lucía', 'John', 'João', 'Carlos Pérez', 'María', 'Emma', 'Ana Souza', 'Julián'] as const

/** After a greeting, or first of all, stands a name. */
const NAME_BEFORE = /(?:^|\b(?:hola|hi|hello|oi|olá|dear|estimad[oa]|señora?|sr\.|sra\.|buen día|boa tarde))[\s,¡]*$/i

/**
 * The same text as a customer reads it: every field filled in, the same way every time. What is unclear stays as it is,
 * since a field may make it clear.
 */
export function filled(sample: Sample): Sample {
  if (sample.rules.has('unclear')) return sample
  let turn = sample.line
  const fill = (text: string): string =>
    text.replace(/\{\{[^{}]*\}\}/g, (_, at: number) => {
      turn += 7
      const list: readonly string[] = NAME_BEFORE.test(text.slice(0, at)) ? NAMES : VALUES
      return list[turn % list.length] ?? ''
    })
  const template = objectOf(sample.template) ?? {}
  const components = Array.isArray(template['components']) ? template['components'] : []
  return {
    ...sample,
    template: {
      ...template,
      components: components.map((component: unknown) => {
        const text = stringOf(objectOf(component)?.['text'])
        return text === null ? component : { ...objectOf(component), text: fill(text) }
      }),
    },
  }
}
