import { type Language, LANGUAGES } from '#base/language.ts'
import type { Evidence, LikenessKind } from './evidence.ts'

/** In the order of `LANGUAGES`; `{own}` and `{other}` stand for what is alike. */
const WORDS: Readonly<Record<LikenessKind, readonly [es: string, en: string, pt: string]>> = {
  'claimed-phone': [
    'Uno de los dos compartió {own} como su propio número por WhatsApp, y es el del otro.',
    'One of the two shared {own} as their own number through WhatsApp, and the other has it.',
    'Um dos dois compartilhou {own} como seu próprio número pelo WhatsApp, e é o do outro.',
  ],
  spelling: [
    '{own} y {other} son dos formas de escribir el mismo número.',
    '{own} and {other} are two ways to write the same number.',
    '{own} e {other} são duas formas de escrever o mesmo número.',
  ],
  'former-phone': [
    'Uno tuvo {own} y el otro lo tiene ahora; también pudo pasar a otra persona.',
    'One had {own} and the other has it now; it may also have passed to somebody else.',
    'Um teve {own} e o outro o tem agora; também pode ter passado para outra pessoa.',
  ],
  username: [
    'Los dos usan el nombre de usuario {own}.',
    'Both use the username {own}.',
    'Os dois usam o nome de usuário {own}.',
  ],
  'listed-name': [
    'La agenda de la app llama a los dos «{own}».',
    'The app’s address book calls both “{own}”.',
    'A agenda do app chama os dois de “{own}”.',
  ],
  name: ['Los dos se llaman «{own}».', 'Both are called “{own}”.', 'Os dois se chamam “{own}”.'],
}

/** Why two contacts may be one, in one sentence. */
export const evidenceWords = ({ kind, own, other }: Evidence, language: Language): string =>
  (WORDS[kind][LANGUAGES.indexOf(language)] ?? '').replace('{own}', () => own).replace('{other}', () => other)
