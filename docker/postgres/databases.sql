-- A database and two roles for each subgraph, for psql 15 or newer as the administrator of an empty server.
-- Made from packages/local-postgres/src/provisionSql.ts (UPDATE_DOCS=1 npx jest test/structure/composeFile).
\set ON_ERROR_STOP on

\getenv CITIZEN_OWNER_PASSWORD CITIZEN_OWNER_PASSWORD
\getenv CITIZEN_APP_PASSWORD CITIZEN_APP_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_citizen_owner') THEN CREATE ROLE sammen_citizen_owner; END IF; END $$;
ALTER ROLE sammen_citizen_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'CITIZEN_OWNER_PASSWORD';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_citizen') THEN CREATE ROLE sammen_citizen; END IF; END $$;
ALTER ROLE sammen_citizen WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'CITIZEN_APP_PASSWORD';
SELECT 'CREATE DATABASE sammen_citizen OWNER sammen_citizen_owner TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sammen_citizen') \gexec

\getenv COORDINATION_OWNER_PASSWORD COORDINATION_OWNER_PASSWORD
\getenv COORDINATION_APP_PASSWORD COORDINATION_APP_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_coordination_owner') THEN CREATE ROLE sammen_coordination_owner; END IF; END $$;
ALTER ROLE sammen_coordination_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'COORDINATION_OWNER_PASSWORD';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_coordination') THEN CREATE ROLE sammen_coordination; END IF; END $$;
ALTER ROLE sammen_coordination WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'COORDINATION_APP_PASSWORD';
SELECT 'CREATE DATABASE sammen_coordination OWNER sammen_coordination_owner TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sammen_coordination') \gexec

\getenv MUNICIPALITY_OWNER_PASSWORD MUNICIPALITY_OWNER_PASSWORD
\getenv MUNICIPALITY_APP_PASSWORD MUNICIPALITY_APP_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_municipality_owner') THEN CREATE ROLE sammen_municipality_owner; END IF; END $$;
ALTER ROLE sammen_municipality_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'MUNICIPALITY_OWNER_PASSWORD';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_municipality') THEN CREATE ROLE sammen_municipality; END IF; END $$;
ALTER ROLE sammen_municipality WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'MUNICIPALITY_APP_PASSWORD';
SELECT 'CREATE DATABASE sammen_municipality OWNER sammen_municipality_owner TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sammen_municipality') \gexec

\getenv NGO_OWNER_PASSWORD NGO_OWNER_PASSWORD
\getenv NGO_APP_PASSWORD NGO_APP_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_ngo_owner') THEN CREATE ROLE sammen_ngo_owner; END IF; END $$;
ALTER ROLE sammen_ngo_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'NGO_OWNER_PASSWORD';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_ngo') THEN CREATE ROLE sammen_ngo; END IF; END $$;
ALTER ROLE sammen_ngo WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'NGO_APP_PASSWORD';
SELECT 'CREATE DATABASE sammen_ngo OWNER sammen_ngo_owner TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sammen_ngo') \gexec

\getenv PSYCHIATRY_OWNER_PASSWORD PSYCHIATRY_OWNER_PASSWORD
\getenv PSYCHIATRY_APP_PASSWORD PSYCHIATRY_APP_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_psychiatry_owner') THEN CREATE ROLE sammen_psychiatry_owner; END IF; END $$;
ALTER ROLE sammen_psychiatry_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'PSYCHIATRY_OWNER_PASSWORD';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sammen_psychiatry') THEN CREATE ROLE sammen_psychiatry; END IF; END $$;
ALTER ROLE sammen_psychiatry WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'PSYCHIATRY_APP_PASSWORD';
SELECT 'CREATE DATABASE sammen_psychiatry OWNER sammen_psychiatry_owner TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sammen_psychiatry') \gexec

REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
ALTER DATABASE sammen_citizen OWNER TO sammen_citizen_owner;
REVOKE ALL ON DATABASE sammen_citizen FROM PUBLIC;
GRANT CONNECT ON DATABASE sammen_citizen TO sammen_citizen;
ALTER DATABASE sammen_coordination OWNER TO sammen_coordination_owner;
REVOKE ALL ON DATABASE sammen_coordination FROM PUBLIC;
GRANT CONNECT ON DATABASE sammen_coordination TO sammen_coordination;
ALTER DATABASE sammen_municipality OWNER TO sammen_municipality_owner;
REVOKE ALL ON DATABASE sammen_municipality FROM PUBLIC;
GRANT CONNECT ON DATABASE sammen_municipality TO sammen_municipality;
ALTER DATABASE sammen_ngo OWNER TO sammen_ngo_owner;
REVOKE ALL ON DATABASE sammen_ngo FROM PUBLIC;
GRANT CONNECT ON DATABASE sammen_ngo TO sammen_ngo;
ALTER DATABASE sammen_psychiatry OWNER TO sammen_psychiatry_owner;
REVOKE ALL ON DATABASE sammen_psychiatry FROM PUBLIC;
GRANT CONNECT ON DATABASE sammen_psychiatry TO sammen_psychiatry;

\connect sammen_citizen
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sammen_citizen_owner;
GRANT USAGE ON SCHEMA public TO sammen_citizen;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_citizen_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sammen_citizen;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_citizen_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO sammen_citizen;

\connect sammen_coordination
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sammen_coordination_owner;
GRANT USAGE ON SCHEMA public TO sammen_coordination;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_coordination_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sammen_coordination;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_coordination_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO sammen_coordination;

\connect sammen_municipality
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sammen_municipality_owner;
GRANT USAGE ON SCHEMA public TO sammen_municipality;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_municipality_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sammen_municipality;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_municipality_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO sammen_municipality;

\connect sammen_ngo
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sammen_ngo_owner;
GRANT USAGE ON SCHEMA public TO sammen_ngo;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_ngo_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sammen_ngo;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_ngo_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO sammen_ngo;

\connect sammen_psychiatry
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sammen_psychiatry_owner;
GRANT USAGE ON SCHEMA public TO sammen_psychiatry;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_psychiatry_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sammen_psychiatry;
ALTER DEFAULT PRIVILEGES FOR ROLE sammen_psychiatry_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO sammen_psychiatry;
