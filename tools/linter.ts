import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readCorpus, type Sample } from '#core/template/lint/corpus/corpus.ts'
import { filled } from '#core/template/lint/corpus/filled.ts'
import { judge, type Judged, measure, shown } from '#core/template/lint/corpus/measure.ts'
import { type Model, ourModel, readModel } from '#core/template/lint/reading/model.ts'
import { findShifts, FOLDS, judgedIn, learntIn, prepare, train } from './linter/train.ts'

const FOLDER = path.resolve(import.meta.dirname, '../src/core/template/lint')
const read = (part: string): readonly Sample[] =>
  readCorpus(readFileSync(path.join(FOLDER, 'corpus', `${part}.txt`), 'utf8'))

const LEARNT = ['training', 'early', 'worked-on', 'blind'] as const

/** Learns the weights anew and writes them down; the same corpus gives the same file. */
function learn(): Model {
  const prepared = prepare(LEARNT.flatMap(read))
  const all = prepared.samples.map((_, text) => text)
  const lines = train(prepared, all, findShifts(prepared))
  const text = `/** Made by \`npm run linter -- train\` from the corpus; see \`readModel\` for the form. */\nexport const WEIGHTS = \`\n${lines}\n\`\n`
  writeFileSync(path.join(FOLDER, 'reading/weights.data.ts'), text)
  console.log(`${lines.split('\n').length} features, ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`)
  return readModel(lines)
}

/** Judges every learnt text by a model that did not learn it. */
function crossValidate(): readonly Judged[] {
  const prepared = prepare(LEARNT.flatMap(read))
  const count = prepared.samples.length
  const shifts = findShifts(prepared)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = readModel(train(prepared, learntIn(fold, count), shifts))
    const samples = judgedIn(fold, count).flatMap((text) => prepared.samples[text] ?? [])
    return judge(samples, model)
  }).flat()
}

const [command = 'print'] = process.argv.slice(2)
const model = command === 'train' ? learn() : ourModel()
const print = (name: string, judged: readonly Judged[]): void => console.log(`${shown(name, measure(judged))}\n`)

const validated = crossValidate()
print(
  'that are learnt, each judged by a model that did not learn it',
  validated.filter((_, at) => at % 2 === 0),
)
print(
  'the same, their fields filled in as a customer reads them',
  validated.filter((_, at) => at % 2 === 1),
)
print(
  'development: never learnt; single texts were looked at while the linter was made',
  judge(read('development'), model),
)
for (const [form, samples] of [
  ['', read('held-out')],
  [', their fields filled in', read('held-out').map(filled)],
] as const) {
  print(
    `held out: written before the model, never learnt, only these figures were looked at${form}`,
    judge(samples, model),
  )
}
