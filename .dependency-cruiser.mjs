/**
 * Who may import whom (house plan, "Who may import whom"). Each rule's comment is what a person is told who broke
 * it; each rule has been seen to catch a bad import kept in test/fixtures/nets (see test/architecture).
 */

/** Packages whose binaries make them unfit for pure code; only `*.node.ts` (and the ledger) may load them. */
const native = '(^|/)node_modules/(serialport|@serialport|node-hid|@napi-rs|@lydell/node-pty|usb)(/|$)'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea cut in the wrong place: move the shared part down.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-missing',
    comment: 'This import resolves to nothing: a renamed file, or a package that package.json does not name.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-is-pure',
    comment: 'shared/ is pure: no Node, no Electron, no other room. Pass what it needs in.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(drivers|electron|renderer|test|bench)/', dependencyTypesNot: [] },
  },
  {
    name: 'shared-has-no-node',
    comment: 'shared/ runs in a browser and in a test alike: no node: module.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-packages',
    comment:
      'shared/ leans on few pure packages: xstate (checkout), zod and @orpc/contract (contract), @formatjs (i18n).',
    severity: 'error',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: {
      path: 'node_modules/',
      pathNot: 'node_modules/(xstate|zod|@orpc/contract|@formatjs|intl-messageformat|uqr)/',
    },
  },
  {
    name: 'kernel-is-the-bottom',
    comment: 'shared/kernel knows nothing above it.',
    severity: 'error',
    from: { path: '^shared/kernel/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(?!kernel/)' },
  },
  {
    name: 'money-below-tax-below-cart-below-checkout',
    comment: 'money → tax → cart → checkout: money and tax may not look up.',
    severity: 'error',
    from: { path: '^shared/(money|tax)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(cart|checkout|receipt|books|contract|catalogue)/' },
  },
  {
    name: 'cart-below-checkout',
    comment: 'The cart does not know the checkout that drives it.',
    severity: 'error',
    from: { path: '^shared/(cart|catalogue)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(checkout|receipt|books|contract)/' },
  },
  {
    name: 'receipt-reads-cart-money-tax',
    comment: 'A receipt reads tickets (cart), money and tax; it never asks the checkout.',
    severity: 'error',
    from: { path: '^shared/receipt/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(checkout|books|contract)/' },
  },
  {
    name: 'leaves-know-no-sale',
    comment:
      'Merchant codes and words are told what to say: they know kernel and money, never a cart or the checkout.',
    severity: 'error',
    from: { path: '^shared/(qr|i18n)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(?!(kernel|money)/|$1/)' },
  },
  {
    name: 'transport-knows-only-bytes',
    comment: 'A transport moves bytes: nothing above it, only shared/kernel below.',
    severity: 'error',
    from: { path: '^drivers/transport/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(electron|renderer)/|^drivers/(?!transport/)|^shared/(?!kernel/)' },
  },
  {
    name: 'framing-is-pure',
    comment: 'Framing is bytes to frames: no transport, no Node.',
    severity: 'error',
    from: { path: '^drivers/framing/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(electron|renderer)/|^drivers/(?!framing/)|^shared/(?!kernel/)' },
  },
  {
    name: 'drivers-know-no-sales',
    comment:
      'Drivers know bytes, never sales: only shared/kernel, money, receipt and its words, and what is settled.',
    severity: 'error',
    from: { path: '^drivers/(terminals|acquirers|readers|printers|peripherals)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(electron|renderer)/|^shared/(?!(kernel|money|receipt|settlement)/)' },
  },
  {
    name: 'settlement-is-of-terminals-and-acquirers',
    comment: 'Totals are compared with terminals and acquirers; a reader, a printer or a scanner has none.',
    severity: 'error',
    from: { path: '^drivers/(transport|framing|readers|printers|peripherals)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/settlement/' },
  },
  {
    name: 'iso8583-is-a-room-of-its-own',
    comment:
      'The codec is a table and pure functions: shared/kernel, money and settlement, ciphers, and zod for dialect files. Bytes come in by argument.',
    severity: 'error',
    from: { path: '^drivers/iso8583/', pathNot: '\\.test\\.ts$' },
    to: {
      pathNot: '^drivers/iso8583/|^shared/(kernel|money|settlement)/|^(node:)?crypto$|(^|/)node_modules/zod/',
    },
  },
  {
    name: 'marketplaces-know-the-web-alone',
    comment:
      'An adapter knows requests and one platform: the kernel, money, what is sold and what is online, time, ciphers and zod. The network comes in as a Web.',
    severity: 'error',
    from: { path: '^drivers/marketplaces/', pathNot: '\\.test\\.ts$' },
    to: {
      pathNot:
        '^drivers/(marketplaces/|transport/timers\\.ts$)|^shared/(kernel|money|marketplace|catalogue)/|^(node:)?crypto$|(^|/)node_modules/zod/',
    },
  },
  {
    name: 'drivers-do-not-know-each-other',
    comment:
      'A terminal driver, an acquirer’s host, a reader, a printer and a peripheral never import each other.',
    severity: 'error',
    from: { path: '^drivers/(terminals|acquirers|readers|printers|peripherals)/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^drivers/(terminals|acquirers|readers|printers|peripherals|simulators)/',
      pathNot: '^drivers/$1/',
    },
  },
  {
    name: 'protocols-do-not-know-each-other',
    comment:
      'Each protocol stands alone, below the table that lists them: what two share moves up beside it.',
    severity: 'error',
    from: {
      path: '^(drivers/(?:terminals|readers|marketplaces|simulators/(?:terminal|marketplace)))/([^/]+)/',
      pathNot: '\\.test\\.ts$',
    },
    to: { path: '^$1/(?:registry\\.ts$|[^/]+/)', pathNot: '^$1/$2/' },
  },
  {
    name: 'simulators-have-codecs-of-their-own',
    comment:
      'A simulator made of its driver’s own code forgives the driver’s mistakes: it reads and writes by itself.',
    severity: 'error',
    from: {
      path: '^drivers/simulators/(terminal|acquirer|marketplace|reader|printer|star-printer|label-printer)/',
    },
    // A marketplace may be handed to an adapter as its web: that contract has no code to share. A printer may write its PNG and open the fonts with what is there: no driver's bytes are read or made by those.
    to: {
      path: '^drivers/(terminals|acquirers|iso8583|readers|framing)/|^drivers/marketplaces/(?!web\\.ts$)|^drivers/printers/(?!picture/png\\.ts$|layout/fonts\\.node\\.ts$)',
    },
  },
  {
    name: 'drivers-have-no-sql-and-no-electron',
    comment: 'A driver has no database and no Electron.',
    severity: 'error',
    from: { path: '^drivers/' },
    to: { path: 'node_modules/(better-sqlite3|electron|ws|@orpc)/' },
  },
  {
    name: 'simulators-stay-outside',
    comment: 'Simulators are imported by tests, the command line and the device registry only.',
    severity: 'error',
    from: {
      path: '^(shared|drivers|electron|renderer)/',
      pathNot: '^drivers/simulators/|^electron/(cli|devices)/|\\.test\\.ts$',
    },
    to: { path: '^drivers/simulators/' },
  },
  {
    name: 'simulators-know-no-till',
    comment: 'A simulator is the other side of a wire: it may use drivers and shared, never electron/.',
    severity: 'error',
    from: { path: '^drivers/simulators/' },
    to: { path: '^(electron|renderer)/' },
  },
  {
    name: 'native-in-node-files-only',
    comment: 'Native modules are imported only in *.node.ts, so that everything else loads anywhere.',
    severity: 'error',
    from: { path: '^(shared|drivers|electron|renderer)/', pathNot: '\\.node\\.ts$|\\.test\\.ts$' },
    to: { path: native, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sql-in-the-ledger-only',
    comment: 'Only electron/ledger speaks SQL.',
    severity: 'error',
    from: { path: '^(shared|drivers|electron|renderer)/', pathNot: '^electron/ledger/|\\.test\\.ts$' },
    to: { path: 'node_modules/better-sqlite3/' },
  },
  {
    name: 'ledger-below-everything',
    comment:
      'The ledger records; it never reaches for devices, forwarders, the checkout, the API or drivers.',
    severity: 'error',
    from: { path: '^electron/ledger/', pathNot: '\\.test\\.ts$' },
    to: { path: '^electron/(?!(ledger|platform)/)|^drivers/|^renderer/' },
  },
  {
    name: 'devices-report-others-record',
    comment:
      'Devices report, others record: no ledger, no checkout (its ports.ts is the contract they fill).',
    severity: 'error',
    from: { path: '^electron/devices/', pathNot: '\\.test\\.ts$' },
    to: { path: '^electron/(ledger|forwarders|api|books|cli|shell)/|^electron/checkout/(?!ports\\.ts)' },
  },
  {
    name: 'checkout-knows-no-concrete-device',
    comment: 'The counter works through ports: device contracts only, no concrete driver, no API.',
    severity: 'error',
    from: { path: '^electron/checkout/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^electron/(api|devices|forwarders|books|cli|shell)/|^drivers/(?!terminals/terminal\\.ts|printers/(label-)?printer\\.ts)',
    },
  },
  {
    name: 'papers-lay-out',
    comment:
      'Papers are laid out from the ledger by the printers’ own layouts: nothing is sent from here, and the counter is known by its ports.',
    severity: 'error',
    from: { path: '^electron/papers/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^electron/(api|devices|forwarders|books|cli|shell)/|^electron/checkout/(?!(ports|counter)\\.ts)|^drivers/(?!printers/)',
    },
  },
  {
    name: 'forwarders-know-no-drivers',
    comment:
      'Forwarders read the outbox: no checkout, and of drivers only the contracts of acquirers, terminals and marketplaces, and time.',
    severity: 'error',
    from: { path: '^electron/forwarders/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^drivers/(?!(acquirers/acquirer-host|terminals/terminal|marketplaces/marketplace|transport/timers)\\.ts)|^electron/(checkout|api|devices|cli|shell|settlements|marketplace)/',
    },
  },
  {
    name: 'shop-reads-journals-alone',
    comment:
      'What tills share is made of journals and of what they ask: the ledger’s handles and chain, the shape of a forwarder, platform, shared and time. Nobody is charged or printed for here.',
    severity: 'error',
    from: { path: '^electron/shop/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^drivers/(?!transport/timers\\.ts)|^electron/(?!(shop|platform)/|ledger/(handles|chain|outbox-handles|not-before)\\.ts|forwarders/forwarder\\.ts)|^renderer/',
    },
  },
  {
    name: 'postgres-in-one-folder',
    comment: 'Only electron/shop/postgres speaks to a PostgreSQL server: everyone else knows a ShopDatabase.',
    severity: 'error',
    from: { path: '^(shared|drivers|electron|renderer)/', pathNot: '^electron/shop/postgres/|\\.test\\.ts$' },
    to: { path: '(^|/)node_modules/(pg|pg-[a-z]+|@types/pg)/' },
  },
  {
    name: 'shop-is-a-contract',
    comment:
      'The shop’s contract and its rules know neither of their two implementations; open-shop.ts makes the one of a till.',
    severity: 'error',
    from: { path: '^electron/shop/[^/]+\\.ts$', pathNot: '\\.test\\.ts$|/open-shop\\.ts$' },
    to: { path: '^electron/shop/(memory|postgres)/' },
  },
  {
    name: 'books-only-read',
    comment: 'Books are the read side: ledger and shared only.',
    severity: 'error',
    from: { path: '^electron/books/', pathNot: '\\.test\\.ts$' },
    to: { path: '^drivers/|^electron/(checkout|api|devices|forwarders|cli|shell)/' },
  },
  {
    name: 'backup-copies-and-brings-back',
    comment:
      'A backup is a copy of a folder: the ledger’s own copy, lock and verification, platform, shared and time. Nobody is charged, printed for or told anything from here.',
    severity: 'error',
    from: { path: '^electron/backup/', pathNot: '\\.test\\.ts$' },
    to: { path: '^drivers/(?!transport/timers\\.ts)|^electron/(?!(backup|ledger|platform)/)|^renderer/' },
  },
  {
    name: 'api-knows-no-drivers',
    comment: 'The API speaks to checkout, ledger, devices and books; never to a driver.',
    severity: 'error',
    from: { path: '^electron/api/', pathNot: '\\.test\\.ts$' },
    to: { path: '^drivers/|^electron/(cli|shell)/' },
  },
  {
    name: 'platform-is-a-leaf',
    comment: 'electron/platform (clock, ids, logger, paths) knows no other room of the till.',
    severity: 'error',
    from: { path: '^electron/platform/', pathNot: '\\.test\\.ts$' },
    to: { path: '^electron/(?!platform/)|^drivers/|^renderer/' },
  },
  {
    name: 'electron-in-three-places',
    comment: "Only main.ts, preload.ts and shell/ import 'electron': everything else runs in both shells.",
    severity: 'error',
    from: {
      path: '^(shared|drivers|electron|renderer)/',
      pathNot: '^electron/(main|preload)\\.ts$|^electron/shell/|\\.test\\.ts$',
    },
    to: { path: '(^|/)node_modules/electron/|^electron$', dependencyTypesNot: ['local'] },
  },
  {
    name: 'renderer-is-a-page',
    comment: 'The renderer draws: no electron/, no drivers/, no Node.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(electron|drivers|test|bench)/' },
  },
  {
    name: 'renderer-has-no-node',
    comment: 'The renderer runs in a sandboxed page: no node: module.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer-api-alone-talks-to-the-till',
    comment: 'Only renderer/api holds the client: screens ask it, never the wire.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/(api|dev)/' },
    to: { path: 'node_modules/@orpc/' },
  },
  {
    name: 'production-has-no-dev-packages',
    comment: 'The till must run on production dependencies alone (the renderer is bundled).',
    severity: 'error',
    from: {
      path: '^(shared|drivers|electron)/',
      pathNot: '\\.test\\.ts$|^electron/(main|preload|dist)\\.ts$|^electron/(shell|cli)/',
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
]

/** @type {import('dependency-cruiser').IConfiguration & { forbidden: typeof forbidden }} */
const config = {
  forbidden,
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}

export default config
