# syntax=docker/dockerfile:1
# Builds Strideboard from a clone and leaves what serving needs: the built server and web app, and the server's own dependencies.
# docker build -t strideboard .

FROM node:22-bookworm AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund && npm run build

FROM node:22-bookworm AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/server/package.json apps/server/
COPY packages/wire/package.json packages/wire/
# Only what the lock file names for the server; the database engine is compiled where no ready-made one fits, and its sources stay behind.
RUN npm ci --omit=dev --workspace @strideboard/server --no-audit --no-fund \
 && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src \
 && find node_modules/better-sqlite3/build -depth \( -name obj -o -name obj.target -o -name '*.a' \) -exec rm -rf {} +

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4747 \
    STRIDEBOARD_DATA=/data
WORKDIR /app
COPY --from=dependencies /app ./
COPY --from=build /src/dist/web dist/web
COPY --from=build /src/dist/server dist/server
COPY LICENSE NOTICE ./
RUN install -d -o 10001 -g 10001 -m 0700 /data
USER 10001:10001
VOLUME /data
EXPOSE 4747
# Ready means: the store can be written and the server is not shutting down.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell in between: SIGTERM reaches the server, which flushes and ends within ten seconds.
CMD ["node", "dist/server/main.js"]
