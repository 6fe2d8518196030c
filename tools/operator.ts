import { existsSync } from 'node:fs'
import path from 'node:path'
import { openStore, type Store } from '#store/postgres/open.ts'
import { findBinaries } from './postgres/binaries.ts'
import { clusterUrl, openCluster } from './postgres/cluster.ts'
import { readSettings } from './start/settings.ts'

/** A command for whoever runs Hilo: works on the database the environment names, while servers run on it or not. */
export async function operate(usage: string, work: (store: Store) => Promise<void>): Promise<void> {
  let store: Store | null = null
  try {
    store = openStore({ databaseUrl: databaseUrl() })
    await work(store)
  } catch (error) {
    console.error((error as Error).message)
    if (error instanceof WrongUse) console.error(`\n${usage}`)
    process.exitCode = 1
  } finally {
    await store?.close()
  }
}

/** What was typed cannot be meant; the usage is shown with it. */
export class WrongUse extends Error {}

function databaseUrl(): string {
  const { databaseUrl: given, dataDir } = readSettings(process.env)
  if (given !== null) return given
  const folder = path.join(dataDir, 'postgres')
  if (!existsSync(path.join(folder, 'cluster/postmaster.pid'))) {
    throw new Error(`No database runs on ${folder}. Start Hilo first, or set HILO_DATA or DATABASE_URL.`)
  }
  return clusterUrl(openCluster(folder, findBinaries()))
}
