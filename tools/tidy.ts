import path from 'node:path'
import { isCode, listFiles, readSource } from './tidy/modules.ts'
import { type Finding, type House, RULES } from './tidy/rules.ts'

const FOLDERS = ['src', 'web', 'widget', 'emulator', 'sim', 'bench', 'crash', 'tools', 'tests', 'migrations', 'docs']

/** Holds the house below `root` against its rules. */
export function tidy(root: string): Finding[] {
  const files = listFiles(root, FOLDERS)
  const house: House = { root, files, sources: files.filter(isCode).map((file) => readSource(root, file)) }
  return RULES.flatMap((rule) => rule(house))
}

const inWords = ({ level, file, line, message }: Finding): string =>
  `${level === 'error' ? '✗' : '·'} ${file}${line === null ? '' : `:${line}`} ${message}`

if (import.meta.main) {
  const findings = tidy(path.resolve(import.meta.dirname, '..'))
  for (const finding of findings) console.log(inWords(finding))
  process.exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0
}
