import { slugOf } from '#core/template/lint/places.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import type { Form, Parts, Samples } from './form.ts'
import { subjectOf } from './suggest-sample.ts'
import type { Subject } from './suggest-sample.data.ts'
import { fieldsIn } from './to-body.ts'

const NAMES: Partial<Record<Subject, readonly [es: string, en: string, pt: string]>> = {
  name: ['nombre', 'name', 'nome'],
  amount: ['monto', 'amount', 'valor'],
  date: ['fecha', 'date', 'data'],
  time: ['hora', 'time', 'hora'],
  order: ['pedido', 'order', 'pedido'],
  instalment: ['cuota', 'instalment', 'parcela'],
  city: ['sucursal', 'branch', 'loja'],
  product: ['producto', 'product', 'produto'],
  address: ['direccion', 'address', 'endereco'],
  company: ['empresa', 'company', 'empresa'],
  days: ['dias', 'days', 'dias'],
}
const TONGUES = ['es', 'en', 'pt']
const tongueIn = (language: string): 0 | 1 | 2 => Math.max(0, TONGUES.indexOf(language.slice(0, 2))) as 0 | 1 | 2

/** Names to offer for a new field, in the template's language. */
export const fieldNames = (language: string): readonly string[] =>
  Object.values(NAMES).map((names) => names[tongueIn(language)])

/** What the next field of a text is called: the number after the last, or the first name offered that is free. */
export function nextField(text: string, { isNamed, language }: Pick<Form, 'isNamed' | 'language'>): string {
  const taken = fieldNamesIn(text)
  if (!isNamed) return String(Math.max(0, ...taken.map((name) => Number(name) || 0)) + 1)
  return fieldNames(language).find((name) => !taken.includes(name)) ?? `campo_${taken.length + 1}`
}

/** The form with all its fields named by what they are about, or numbered in their order. Examples go along. */
export function withNames(form: Form, isNamed: boolean): Form {
  if (form.isNamed === isNamed) return form
  const change = <Some extends Pick<Parts, 'header' | 'body' | 'samples'>>(parts: Some): Some => {
    const { header } = parts
    const names = renamed(parts.body, isNamed, form.language)
    const headerNames = header.kind === 'text' ? renamed(header.text, isNamed, form.language) : names
    return {
      ...parts,
      body: rename(parts.body, names),
      samples: renameSamples(parts.samples, names),
      header: header.kind === 'text' ? { ...header, text: rename(header.text, headerNames) } : header,
    }
  }
  return { ...change(form), isNamed, cards: form.cards.map(change) }
}

/** One field of the body under another name; the same form where the name is none or taken. */
export function withFieldName(form: Form, field: string, wanted: string): Form {
  const name = slugOf(wanted)
  if (!/^[a-z]/.test(name) || name === field || fieldNamesIn(form.body).includes(name)) return form
  const names = new Map([[field, name]])
  return { ...form, body: rename(form.body, names), samples: renameSamples(form.samples, names) }
}

function renamed(text: string, isNamed: boolean, language: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [index, field] of (isNamed ? fieldsIn(text) : fieldNamesIn(text)).entries()) {
    const subject = isNamed ? subjectOf(text, field) : null
    const wanted = subject === null ? undefined : NAMES[subject]?.[tongueIn(language)]
    const isTaken = wanted === undefined || [...names.values()].includes(wanted)
    names.set(field, !isNamed ? String(index + 1) : isTaken ? `campo_${index + 1}` : wanted)
  }
  return names
}

const rename = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (place, name: string) => {
    const other = names.get(name)
    return other === undefined ? place : `{{${other}}}`
  })

const renameSamples = (samples: Samples, names: ReadonlyMap<string, string>): Samples =>
  Object.fromEntries(Object.entries(samples).map(([name, sample]) => [names.get(name) ?? name, sample]))
