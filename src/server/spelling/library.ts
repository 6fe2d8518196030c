import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Dictionary, openDictionary } from './dictionary.ts'

/**
 * Packages of dictionaries by language and country, all to be asked: a word is right where one of them knows it.
 * Licences: Spanish GPL-3.0, LGPL-3.0 or MPL-1.1; Portuguese LGPL-3.0 or MPL-2.0; English MIT and BSD. They are read as
 * they come and not changed.
 */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  es: ['dictionary-es', 'dictionary-es-mx'],
  es_AR: ['dictionary-es-ar', 'dictionary-es'],
  es_UY: ['dictionary-es-ar', 'dictionary-es'],
  es_CL: ['dictionary-es-cl', 'dictionary-es'],
  es_CO: ['dictionary-es-co', 'dictionary-es'],
  es_ES: ['dictionary-es'],
  en: ['dictionary-en', 'dictionary-en-gb'],
  en_US: ['dictionary-en'],
  en_CA: ['dictionary-en', 'dictionary-en-gb'],
  en_GB: ['dictionary-en-gb'],
  en_AU: ['dictionary-en-gb'],
  en_IE: ['dictionary-en-gb'],
  en_NZ: ['dictionary-en-gb'],
  pt_BR: ['dictionary-pt'],
}

/** What everybody writes to customers and no dictionary has. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    'whatsapp app apps email e-mail mail online web link links chat sms pdf check in out wifi internet click cookie cookies ' +
    'reagendar reagenda reagende reagendamos reprogramar podés querés pix boleto cpf cnpj rg cep frete login logins e-mails ' +
    'delivery voucher tracking spam token tokens wa qr gb mb iva rut dni curp rfc soat clabe spei pse home banking bot bots ' +
    'router módem modem clic ticket tickets streaming instagram facebook google android iphone ios unsubscribe hola ok'
  ).split(' '),
)

const MOST_MEANT = 3
/** Somebody who types sends the same words again and again; looking for what a wrong one means takes milliseconds. */
const MOST_ANSWERS = 20_000

/** Null: the word is right. */
type Answer = readonly string[] | null

export type Library = {
  /** Words without a dictionary entry, with what may have been meant. A language without dictionary has no faults. */
  readonly misspelt: (words: readonly string[], language: string) => readonly (readonly [string, readonly string[]])[]
}

/** Opens each dictionary when it is first needed: 25 to 200 ms of work and 10 to 35 MB, so never where anybody waits. */
export function createLibrary(): Library {
  const open = new Map<string, Dictionary>()
  const require = createRequire(import.meta.url)
  const dictionary = (name: string): Dictionary => {
    const known = open.get(name)
    if (known) return known
    const folder = path.dirname(require.resolve(name))
    const affixes = readFileSync(path.join(folder, 'index.aff'), 'utf8')
    const made = openDictionary(affixes, readFileSync(path.join(folder, 'index.dic')))
    open.set(name, made)
    return made
  }
  const answers = new Map<string, Answer>()
  const ask = (word: string, names: readonly string[]): Answer => {
    const [first = ''] = names
    const isKnown = EVERYDAY.has(word) || names.some((name) => dictionary(name).knows(word))
    return isKnown ? null : dictionary(first).meant(word, MOST_MEANT)
  }
  return {
    misspelt: (words, language) => {
      const names = packagesFor(language)
      if (names.length === 0) return []
      return words.flatMap((word) => {
        const key = `${names.join()} ${word}`
        const known = answers.get(key)
        const answer = known === undefined ? ask(word, names) : known
        if (known === undefined) {
          if (answers.size >= MOST_ANSWERS) answers.clear()
          answers.set(key, answer)
        }
        return answer === null ? [] : [[word, answer] as const]
      })
    },
  }
}

/** By language and country, or by language alone where the country has no dictionary of its own. */
function packagesFor(language: string): readonly string[] {
  if (Object.hasOwn(PACKAGES, language)) return PACKAGES[language] ?? []
  const [tongue] = language.split('_')
  if (tongue === 'es' || tongue === 'en') return PACKAGES[tongue] ?? []
  return language === 'pt' ? (PACKAGES['pt_BR'] ?? []) : []
}
