# One image for every process of Sammen; what a container is, its command says (docker-compose.yml).
# Not run where it was written: see "What was not run" in docs/operations.md.

FROM node:24.14.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json tsconfig.base.json ./
COPY packages packages
COPY subgraphs subgraphs
COPY gateway gateway
# No package needs its install script, so none gets to run one.
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npx --no-install tsc -b
# What runs needs neither the tools nor the embedded PostgreSQL nor the sources.
RUN npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && rm -rf packages/cli node_modules/@sammen/cli node_modules/.bin/sammen packages/development-issuer node_modules/@sammen/development-issuer node_modules/oidc-provider \
     packages/mock-subgraph node_modules/@sammen/mock-subgraph packages/client node_modules/@sammen/client \
  && find packages subgraphs gateway -type d \( -name src -o -name test -o -name bench \) -prune -exec rm -rf {} +

FROM node:24.14.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
COPY LICENSE ./
COPY docker/makeKeys.mjs docker/rotateKey.mjs docker/
# The image's own unprivileged user, 1000:1000; the files above belong to root, so a process cannot change its own code.
USER node
EXPOSE 4000
CMD ["node", "gateway/dist/main.js"]
