"""The high needs lines and columns of the spending statement under section 251 of the 2009 Act.

Two laws have a section 251. This one is of the Apprenticeships, Skills, Children and Learning Act 2009: what a council
plans and spends on education. Section 251 of the NHS Act 2006 is about the use of confidential patient information, and
nothing here has to do with it. Lines and columns are named as in DfE’s release of planned expenditure, as its own program
for comparing spending reads them (DFE-Digital/education-benchmarking-and-insights). Line 1.2.12 is not among them.
"""

from __future__ import annotations

ACT = "section 251 of the Apprenticeships, Skills, Children and Learning Act 2009"
OTHER_ACT = "section 251 of the NHS Act 2006"
LINES = {
    "1.0.2": "High needs place funding within Individual Schools Budget",
    "1.2.1": "Top-up funding – maintained schools",
    "1.2.2": "Top-up funding – academies, free schools and colleges",
    "1.2.3": "Top-up and other funding – non-maintained and independent providers",
    "1.2.4": "Additional high needs targeted funding for mainstream schools and academies",
    "1.2.5": "SEN support service",
    "1.2.6": "Hospital education services",
    "1.2.7": "Other alternative provision services",
    "1.2.8": "Support for inclusion",
    "1.2.9": "Special schools and PRUs in financial difficulty",
    "1.2.10": "PFI/BSF costs at special schools, AP/PRUs and post-16 institutions only",
    "1.2.11": "Direct payments (SEN and disability)",
    "1.2.13": "Therapies and other health related services",
}
COLUMNS = {
    "early-years": "Early years establishments",
    "primary": "Primary schools",
    "secondary": "Secondary schools",
    "special": "SEN and special schools",
    "alternative": "Pupil referral units and alternative provision",
    "post-16": "Post-16",
}
