"""A group's own room, and what the council may read of it: what was shared."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.participation.actions import workspace
from goldenthread.participation.errors import Conflict, Refused
from goldenthread.participation.forms.workspace import DraftForm, MemberForm, RoomForm
from goldenthread.participation.models import GroupMember, GroupPaper, SharedPaper, groups_of
from goldenthread.participation.views.keeping import HOME
from goldenthread.partners.models import Organisation

ROOM = [{"text": "Our group", "href": "/our-group/"}]


def _group(http: HttpRequest) -> Organisation | None:
    """The group whose room is read: the one that was chosen, or the first of one's own."""
    own, chosen = groups_of(standing(http)), http.GET.get("group", "")
    found = own.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) < 12 else None
    return found or own.first()


@needs(Permission.KEEP_GROUP_PAPERS)
def home(http: HttpRequest) -> HttpResponse:
    """What the group writes, what it shared, and who belongs to it."""
    group = _group(http)
    papers = GroupPaper.objects.filter(group__in=[group] if group else []).select_related("written_by")
    shared = set(
        SharedPaper.objects.filter(paper__in=papers, taken_back_on=None).values_list("paper", flat=True)
    )
    belong = GroupMember.objects.filter(group__in=[group] if group else [], ended_on=None)
    page = {
        "group": group, "groups": groups_of(standing(http)), "rows": [(one, one.pk in shared) for one in papers],
        "members": belong.select_related("user", "added_by"),
    }  # fmt: skip
    return render(http, "participation/room.html", page)


@needs(Permission.KEEP_GROUP_PAPERS)
def write(http: HttpRequest) -> HttpResponse:
    """A new draft."""
    group = _group(http)
    if group is None:
        raise Http404("You belong to no group here.")
    form = DraftForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        paper = workspace.write_paper(
            group=group, title=given["title"], words=given["words"], on=timezone.localdate(), by=http.user
        )
        messages.success(http, "Kept. Only your group can read it.")
        return redirect("our_group:paper", paper.public_id)
    page = {"form": form, "group": group, "breadcrumbs": ROOM}
    return render(http, "participation/room_paper.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_GROUP_PAPERS, paper=GroupPaper)
def paper(http: HttpRequest, paper: GroupPaper) -> HttpResponse:
    """A draft: write on, share it, take it back, delete it."""
    theirs, form = (
        None,
        DraftForm(initial={"title": paper.title, "words": paper.words, "based_on": paper.edition}),
    )
    if http.method == "POST" and (done := _pressed(http, paper)):
        return done
    if http.method == "POST" and not {"share", "back", "delete"} & http.POST.keys():
        form = DraftForm(http.POST)
        if form.is_valid():
            given = form.cleaned_data
            try:
                workspace.change_paper(paper=paper, title=given["title"], words=given["words"], based_on=given["based_on"] or 0,
                                       on=timezone.localdate(), by=http.user)  # fmt: skip
            except Conflict as conflict:
                form.refuse(conflict)
                theirs = conflict.theirs
            else:
                messages.success(http, "Kept. Only your group can read it.")
                return redirect("our_group:paper", paper.public_id)
    page = {"form": form, "paper": paper, "group": paper.group, "theirs": theirs, "breadcrumbs": ROOM,
            "shared": paper.shared.filter(taken_back_on=None).first()}  # fmt: skip
    return render(http, "participation/room_paper.html", page, status=422 if form.errors else 200)


def _pressed(http: HttpRequest, paper: GroupPaper) -> HttpResponse | None:
    """Share, take back or delete, as the pressed button says."""
    day = timezone.localdate()
    if "share" in http.POST:
        workspace.share_paper(paper=paper, on=day, by=http.user)
        messages.success(http, "The council can read it now, as it stands. What you change later it cannot.")
    elif "back" in http.POST:
        workspace.take_back(paper=paper, on=day, by=http.user)
        messages.success(http, "Taken back. The council can no longer open it.")
    elif "delete" in http.POST:
        try:
            workspace.delete_paper(paper=paper, by=http.user)
        except Refused as refused:
            messages.error(http, refused.sentence)
        else:
            messages.success(http, "Deleted.")
            return redirect("our_group:home")
    else:
        return None
    return redirect("our_group:paper", paper.public_id)


@needs(Permission.KEEP_GROUP_PAPERS)
def members(http: HttpRequest) -> HttpResponse:
    """Who belongs to the group: let somebody in, or end it."""
    group, day = _group(http), timezone.localdate()
    if group is None:
        raise Http404("You belong to no group here.")
    ends = http.POST.get("end", "")
    form = MemberForm(http.POST if http.method == "POST" and not ends else None)
    try:
        if ends.isdecimal() and len(ends) < 12:
            workspace.end_membership(group=group, member=int(ends), on=day, by=http.user)
            messages.success(http, "They no longer belong to the group here.")
            return redirect("our_group:home")
        if form.is_bound and form.is_valid():
            workspace.let_in(group=group, email=form.cleaned_data["email"], on=day, by=http.user)
            messages.success(http, "They belong to the group now.")
            return redirect("our_group:members")
    except Refused as refused:
        if form.is_bound:
            form.refuse(refused)
        else:
            messages.error(http, refused.sentence)
    rows = GroupMember.objects.filter(group=group, ended_on=None).select_related("user", "added_by")
    page = {"form": form, "group": group, "members": rows, "breadcrumbs": ROOM}
    return render(http, "participation/room_members.html", page, status=422 if form.errors else 200)


@needs(Permission.RUN_SURVEYS)
def rooms(http: HttpRequest) -> HttpResponse:
    """What groups shared with the council; and opening a room for one that has none."""
    form = RoomForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            workspace.open_room(
                group=given["group"], email=given["email"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The room is open. From now on it is theirs: you read what they share.")
            return redirect("voice:rooms")
    shared = SharedPaper.objects.all().known_to(standing(http)).select_related("group")
    open_rooms = Organisation.objects.filter(
        members_here__ended_on=None, members_here__isnull=False
    ).distinct()
    page = {"form": form, "shared": shared, "rooms": open_rooms, "breadcrumbs": HOME}
    return render(http, "participation/rooms.html", page, status=422 if form.errors else 200)


@needs(Permission.RUN_SURVEYS, shared=SharedPaper)
def shared(http: HttpRequest, shared: SharedPaper) -> HttpResponse:
    """A paper as a group shared it."""
    crumbs = [*HOME, {"text": "From forums and groups", "href": "/voice/rooms/"}]
    return render(http, "participation/shared.html", {"shared": shared, "breadcrumbs": crumbs})
