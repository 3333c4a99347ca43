# syntax=docker/dockerfile:1

# Everything that building and the demo need, the development dependencies included.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY schema ./schema
COPY src ./src
RUN npm run build

# The neighbours and the gateway of docker-compose.yml: not for production.
FROM build AS demo
ENV HOST=0.0.0.0 PORT=4000
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/demo/serve-neighbourhood.js"]

FROM node:22-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

# Tandem itself: `docker build .` ends here.
FROM node:22-slim AS tandem
WORKDIR /app
# The larger young generation costs memory and saves processor time: see docs/performance.md.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4001 NODE_OPTIONS=--max-semi-space-size=64
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY schema ./schema
# Whatever runs from sources' folders at run time: the sample shop's rules.
COPY src/demo/shop/rules.yaml ./src/demo/shop/rules.yaml
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# An exec form, so that the process itself gets SIGTERM and drains.
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
