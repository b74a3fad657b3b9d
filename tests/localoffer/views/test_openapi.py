"""The interface keeps what its own description says, whatever is asked of it."""

from __future__ import annotations

import os

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from goldenthread.localoffer.api_description import description

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))
"""Questions to each address; with 200 it takes minutes."""
pytestmark = pytest.mark.django_db(transaction=True)
SCHEMA = schemathesis.openapi.from_dict(
    description("http://127.0.0.1/open-referral"), config=SchemathesisConfig()
)
SCHEMA.app = get_wsgi_application()


@pytest.fixture(autouse=True)
def _offer(db):
    from goldenthread.localoffer.demonstration.load import load
    from tests.localoffer import world

    load(on=world.TODAY)


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
def test_interface_keeps_its_description(case):
    response = case.call()
    assert response.status_code < 500
    case.validate_response(response, checks=[schemathesis.checks.not_a_server_error,
                                             schemathesis.specs.openapi.checks.response_schema_conformance,
                                             schemathesis.specs.openapi.checks.status_code_conformance])  # fmt: skip
