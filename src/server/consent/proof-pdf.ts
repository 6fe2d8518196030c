import { CHANGE_WORDS, MEANS_WORDS, PURPOSE_WORDS } from '#core/consent/words.ts'
import type { Language } from '#base/language.ts'
import { LANGUAGES } from '#base/language.ts'
import { type PdfLine, pdfOf } from './pdf.ts'
import type { Proof } from './proof.ts'

/** A proof on paper, in the language of whoever asked for it. */
export function proofPdf(proof: Proof, language: Language): Buffer {
  const say = (words: readonly [string, string, string]) => words[LANGUAGES.indexOf(language)] ?? words[0]
  const { person, chain } = proof
  const lines: PdfLine[] = [
    { text: say(TITLE), size: 18, bold: true },
    { text: `${proof.company} · ${proof.madeAt}`, size: 9, gap: 4 },
    { text: person.name, size: 12, bold: true, gap: 14 },
    { text: person.addresses.join('   '), size: 9, gap: 2 },
    {
      text: `${say(chain.holds ? HOLDS : BROKEN)} ${chain.links} · ${chain.head.hash}`,
      size: 9,
      gap: 10,
    },
    { text: proof.howToVerify, size: 8, gap: 4 },
  ]
  if (proof.entries.length === 0) lines.push({ text: say(NOTHING), size: 11, gap: 16 })
  for (const entry of proof.entries) {
    const words = [
      say(PURPOSE_WORDS[entry.purpose as keyof typeof PURPOSE_WORDS]),
      say(CHANGE_WORDS[entry.change as keyof typeof CHANGE_WORDS]),
      say(MEANS_WORDS[entry.means as keyof typeof MEANS_WORDS]),
    ]
    lines.push(
      { text: `${entry.number}. ${words.join(' · ')}`, size: 11, bold: true, gap: 14 },
      { text: `${entry.at}${entry.until === null ? '' : ` – ${entry.until}`}`, size: 9, gap: 2 },
      { text: entry.detail === null ? say(ERASED) : JSON.stringify(entry.detail, null, 1), size: 8, gap: 2 },
      { text: entry.linkText, size: 7, gap: 3 },
      { text: entry.hash, size: 7, gap: 1 },
    )
  }
  return pdfOf(lines, say(TITLE))
}

const TITLE = ['Prueba de consentimiento', 'Proof of consent', 'Prova de consentimento'] as const
const HOLDS = ['La cadena está íntegra. Eslabones:', 'The chain holds. Links:', 'A cadeia está íntegra. Elos:'] as const
const BROKEN = [
  'LA CADENA ESTÁ ROTA. Eslabones:',
  'THE CHAIN IS BROKEN. Links:',
  'A CADEIA ESTÁ QUEBRADA. Elos:',
] as const
const NOTHING = ['No consta nada.', 'Nothing is recorded.', 'Nada consta.'] as const
const ERASED = [
  'Los datos personales fueron borrados.',
  'Personal data was erased.',
  'Os dados pessoais foram apagados.',
] as const
