"""How the server itself does: database, room on the disk, backup, program; and what to do about it."""

from dataclasses import dataclass

from litestar import Response, get

from county_server import accounts, blobs, database, metrics
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.doctor import LEAST_FREE
from county_server.web import journal, overview, pages, parts
from village_desk import VERSION, times

PATH = "/web/health"
BACKUP_DAYS = 2
"""A verified backup older than this is marked."""
_MIB = 1_048_576


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `todo` is said when it is not well."""

    name: str
    well: bool
    found: str
    todo: str = ""


@get(PATH, sync_to_thread=True, include_in_schema=False)
def page(request: Asked) -> Response[str]:
    """Show what was looked at just now."""
    who = pages.visitor(request, *parts.roles(PATH))
    return pages.page(request, "health.html", who, checks=_checks(county_of(request)))


def _checks(here: County) -> list[Check]:
    now = here.clock()
    with here.database.reading():
        kept = here.database.one("SELECT v FROM meta WHERE k = ?", blobs.BACKED_UP)
        migration = here.database.one("SELECT max(number) FROM migration")
        broken = journal.broken(here)
    backup = int(kept[0]) if kept else 0
    free = metrics.free_bytes(here.blobs)
    standing = overview.look(here)
    expected = len(database.migration_files(here.database.dialect))
    late = now - backup > BACKUP_DAYS * overview.DAY_MS
    step = migration[0] if migration else 0
    return [
        Check("程序版本", well=True, found=VERSION),
        Check(
            "数据库",
            well=step == expected,
            found=f"{here.database.dialect}，第 {step} 步，{standing.changes} 条变更",
            todo="请用同一版本的程序",
        ),
        Check(
            "附件所在磁盘剩余空间",
            well=free >= LEAST_FREE,
            found=f"{free // _MIB} MiB",
            todo="请清理磁盘或换更大的盘；满了以后各村的变更会等着，不会丢",
        ),
        Check(
            "最近一次核对过的备份",
            well=not late,
            found=times.local_text(backup) if backup else "还没有",
            todo="请在服务器上运行 county-server backup",
        ),
        Check(
            "操作记录链",
            well=not broken,
            found="完整" if not broken else f"从第 {broken} 条起对不上",
            todo="请立即报告，并运行 county-server verify",
        ),
        Check(
            "久未联系的电脑",
            well=not standing.quiet,
            found=f"{standing.quiet} 台",
            todo="请在“电脑”一页查看",
        ),
        Check(
            "未生效的变更和冲突",
            well=not (standing.aside or standing.conflicts),
            found=f"{standing.aside} 条，{standing.conflicts} 处",
            todo="请在“未生效的变更”“冲突”两页查看",
        ),
        Check("人员", well=bool(accounts.accounts(here)), found=f"{standing.people} 名"),
    ]


HANDLERS = (page,)
