import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', '**/dist/**', '**/.hilo*/**']

const SERVERS = 'src/{server,store}/**/*.test.ts'
const TIMED = 'tests/newcomer.browser.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['tools/test-server.ts'],
    projects: [
      {
        extends: true,
        test: {
          // These keep nothing between them, so that a worker reads each module once for all of its files.
          name: 'unit',
          include: ['{src,emulator,web,widget,tools,bench,crash}/**/*.test.{ts,tsx}'],
          exclude: [...everywhere, SERVERS, '**/*.browser.test.ts'],
          environment: 'node',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Each with a server or a database of its own, and nothing kept in a module: reading them once is half the time.
          name: 'server',
          include: [SERVERS],
          exclude: everywhere,
          environment: 'node',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // The whole house from outside, one file at a time: these tests start processes and kill them.
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: [...everywhere, '**/*.browser.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          // Simulated worlds, which need nothing but a processor.
          name: 'worlds',
          // Of projects with other numbers of workers vitest wants to know which goes first.
          sequence: { groupOrder: 1 },
          include: ['sim/**/*.test.ts'],
          exclude: everywhere,
          environment: 'node',
          isolate: false,
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{web,emulator,tests}/**/*.browser.test.ts'],
          exclude: [...everywhere, TIMED],
          environment: 'node',
          maxWorkers: 2,
          // What is on the screen moves as messages come in; what fails twice is no accident.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          // Measures times on the running product: by itself, after all others.
          name: 'timed',
          include: [TIMED],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
