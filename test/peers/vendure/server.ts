/**
 * A real Vendure in its own process, on the loopback.
 *
 *   node server.ts --port 0 --folder F [--postgres URL] [--hold-ms N] [--sweep-ms N] [--plain]
 *
 * Says one line of JSON when it is ready: `{ ready: { url, adminKey, location } }`. Ends when its standard input ends, so that it
 * never outlives who started it.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  bootstrap,
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSearchPlugin,
  dummyPaymentHandler,
  JobQueueService,
  LanguageCode,
  LogLevel,
  RandomBytesApiKeyStrategy,
  type VendureConfig,
} from '@vendure/core'
import { populate } from '@vendure/core/cli/index.js'
import { assetFolder, samePicture } from './asset-folder.ts'
import { openShop } from './open-shop.ts'
import { hanoutPlugin } from './plugin/hanout-plugin.ts'
import { quickHash } from './plugin/quick-hash.ts'
import { emptyShop } from './shop.data.ts'

const { values: args } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    postgres: { type: 'string' },
    'hold-ms': { type: 'string', default: '900000' },
    'sweep-ms': { type: 'string', default: '60000' },
    /** As shipped, without our plugin. */
    plain: { type: 'boolean', default: false },
  },
})
if (args.folder === undefined) throw new Error('--folder is missing')

const superadmin = { identifier: 'superadmin', password: 'loopback-only' }
const config: VendureConfig = {
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  defaultLanguageCode: LanguageCode.fr,
  apiOptions: {
    hostname: '127.0.0.1',
    port: Number(args.port),
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
  },
  authOptions: {
    tokenMethod: ['bearer', 'api-key'],
    superadminCredentials: superadmin,
    requireVerification: false,
    adminApiKeyStrategy: new RandomBytesApiKeyStrategy({ hashingStrategy: quickHash }),
  },
  dbConnectionOptions:
    args.postgres === undefined
      ? {
          type: 'better-sqlite3',
          database: join(args.folder, 'vendure.sqlite'),
          synchronize: true,
          logging: false,
        }
      : { type: 'postgres', url: args.postgres, synchronize: true, logging: false },
  assetOptions: {
    assetStorageStrategy: assetFolder(join(args.folder, 'assets')),
    assetPreviewStrategy: samePicture,
  },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  plugins: [
    DefaultJobQueuePlugin.init({ pollInterval: 1_000 }),
    DefaultSearchPlugin.init({ indexStockStatus: false }),
    ...(args.plain
      ? []
      : [hanoutPlugin({ holdMs: Number(args['hold-ms']), sweepMs: Number(args['sweep-ms']) })]),
  ],
}

const app = await populate(() => bootstrap(config), emptyShop)
await app.get(JobQueueService).start()
const url = (await app.getUrl()).replace(/\/$/, '')
process.stdout.write(`${JSON.stringify({ ready: { url, ...(await openShop(url, superadmin)) } })}\n`)

process.stdin.resume().once('end', () => void app.close().finally(() => process.exit(0)))
