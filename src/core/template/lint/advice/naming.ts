import type { Piece } from '../content/text.ts'
import type { Found } from '../finding.ts'

/** Words that name nothing, in the languages people name templates in. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'template templates plantilla plantillas modelo modelos mensaje mensajes message messages mensagem msg test tests testing prueba ' +
    'pruebas teste testes demo ejemplo example exemplo nuevo nueva new novo nova final copia copy copia v ver version ' +
    'versao hola hello ola asdf qwerty aaa abc xxx tmp temp temporal borrador draft rascunho hsm wa whatsapp texto text general ' +
    'generica generico generic default untitled sin nombre mx es en pt br ar co cl us de del la el the a and y e'
  ).split(' '),
)

/** `template_01` and `prueba` say nothing; `pedido_enviado` does. */
export function checkNaming(name: string | null, pieces: readonly Piece[]): readonly Found[] {
  if (name === null || name === '' || name.length > 512) return []
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1)
  const says = words.some((word) => word.length > 2 && !EMPTY_WORDS.has(word) && !/^(.)\1+$/.test(word))
  if (says) return []
  const span = { start: 0, end: name.length }
  const better = nameFor(pieces)
  return [{ code: 'name-says-nothing', component: 'name', span, fix: better === '' ? null : { span, text: better } }]
}

const TELLING_LENGTH = 5
const MOST_TELLING = 3

/** The first long words of the body, such as pedido_camino_domicilio. */
function nameFor(pieces: readonly Piece[]): string {
  const words = pieces
    .filter(({ kind }) => kind === 'body')
    .flatMap(({ folded }) => folded.match(/[a-z]+/g) ?? [])
    .filter((word) => word.length >= TELLING_LENGTH && !EMPTY_WORDS.has(word))
  return [...new Set(words)].slice(0, MOST_TELLING).join('_')
}
