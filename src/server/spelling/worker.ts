import { parentPort } from 'node:worker_threads'
import type { Question, Reply } from './speller.ts'
import { createLibrary } from './library.ts'

/** The thread that holds the dictionaries. */
const library = createLibrary()
parentPort?.on('message', ({ id, words, language }: Question) => {
  const reply: Reply = { id, misspelt: library.misspelt(words, language) }
  parentPort?.postMessage(reply)
})
