import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Random } from '#base/random.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Sealed } from '#store/registry.ts'

/** What a sealed secret belongs to. It can be opened as nothing else, so rows cannot be exchanged in the database. */
export type SealedAs = { readonly accountId: AccountId | null; readonly kind: string; readonly rowId: string }

/** Seals secrets for the database and opens them again. */
export type Vault = {
  readonly seal: (secret: string, as: SealedAs) => Sealed
  /** Throws when the seal was made with another master key or for another row. */
  readonly open: (sealed: Sealed, as: SealedAs) => string
  /**
   * A hash by which the same text is known again, for texts of which there are few enough to try them all, such as phone
   * numbers: under a key of the account, so that a copy of the database alone does not tell them. Hex.
   */
  readonly fingerprint: (text: string, accountId: AccountId) => string
}

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM under a key derived from HILO_SECRET. Layout: version, nonce, tag, ciphertext; base64url. */
export function createVault(masterSecret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', masterSecret, 'hilo', 'sealed secrets v1', 32))
  const fingerprintKey = Buffer.from(hkdfSync('sha256', masterSecret, 'hilo', 'fingerprints v1', 32))
  return {
    fingerprint: (text, accountId) =>
      createHmac('sha256', fingerprintKey)
        .update(JSON.stringify([accountId, text]))
        .digest('hex'),
    seal: (secret, as) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(bindingOf(as))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]).toString('base64url') as Sealed
    },
    open: (sealed, as) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error(cannotOpen(as))
      const textAt = 1 + NONCE_BYTES + TAG_BYTES
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES))
      decipher.setAAD(bindingOf(as))
      decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, textAt))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]).toString('utf8')
      } catch {
        throw new Error(cannotOpen(as))
      }
    },
  }
}

const bindingOf = (as: SealedAs): Buffer => Buffer.from(JSON.stringify([as.accountId, as.kind, as.rowId]))
const cannotOpen = (as: SealedAs): string =>
  `The secret of ${as.kind} ${as.rowId} cannot be opened: HILO_SECRET is not the one it was sealed with.`

/** Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane; Password Storage Cheat Sheet, 2024). */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2)

/** Takes the same time whether there is a hash or not, so that nobody learns which e-mail addresses exist. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await dummyHash()), password.normalize('NFKC'))
  return matches && passwordHash !== null
}

let dummy: Promise<string> | undefined
const dummyHash = (): Promise<string> => (dummy ??= hashPassword(newToken()))

/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the store keeps of a token or key: SHA-256, hex. Enough, because tokens are random and long. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether both are equal, in a time that tells nothing about where they differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

/** Random bytes are fetched from the system this many at a time: one call costs as much as handling a webhook. */
const POOL_BYTES = 8 * 1024
const pool = Buffer.alloc(POOL_BYTES)
let poolUsed = POOL_BYTES

/** The machine's own dice, good enough for secrets. No byte is given out twice. */
export const cryptoRandom: Random = {
  next: () => take(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: (count) => new Uint8Array(take(count)),
}

function take(count: number): Buffer {
  if (count > POOL_BYTES) return randomBytes(count)
  if (poolUsed + count > POOL_BYTES) {
    randomFillSync(pool)
    poolUsed = 0
  }
  const bytes = Buffer.from(pool.subarray(poolUsed, poolUsed + count))
  pool.fill(0, poolUsed, poolUsed + count)
  poolUsed += count
  return bytes
}
