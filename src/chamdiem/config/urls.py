"""All addresses."""

from django.urls import URLPattern, URLResolver, include, path

handler400 = "chamdiem.web.refusing.bad_request"
handler403 = "chamdiem.web.refusing.permission_denied"
handler404 = "chamdiem.web.refusing.page_not_found"
handler500 = "chamdiem.web.refusing.failed"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("chamdiem.home.urls")),
    path("", include("chamdiem.web.urls")),
    path("", include("chamdiem.accounts.urls")),
    path("don-vi/", include("chamdiem.organisations.urls")),
    path("minh-chung/", include("chamdiem.evidence.urls")),
    path("ket-qua/", include("chamdiem.results.urls")),
    path("thong-bao/", include("chamdiem.notices.urls")),
    path("ke-hoach/", include("chamdiem.plans.urls")),
    path("cong-khai/", include("chamdiem.portal.urls")),
    path("huong-dan/", include("chamdiem.portal.guide_urls")),
    path("ho-so/", include("chamdiem.assessments.urls")),
    path("tai-khoan/", include("allauth.account.urls")),
    path("tai-khoan/2fa/", include("allauth.mfa.urls")),
    path("", include("chamdiem.appraisals.urls")),
    path("bo-chi-so/soan/", include("chamdiem.authoring.urls")),
    path("bo-chi-so/", include("chamdiem.indicators.urls")),
    path("ky-danh-gia/", include("chamdiem.campaigns.urls")),
]
