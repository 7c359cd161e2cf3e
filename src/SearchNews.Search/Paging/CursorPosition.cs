using System.Runtime.InteropServices;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Paging;

/// <summary>Where a list goes on.</summary>
/// <param name="Pin">Number of what is held for the list: see <see cref="SnapshotPins"/>.</param>
/// <param name="Page">The page that comes next, counted from 1.</param>
/// <param name="After">The last hit shown.</param>
/// <param name="Now">What ages in the score were counted from on the first page.</param>
/// <param name="From">Earliest publication, where an age said it on the first page; null where none did.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CursorPosition(long Pin, int Page, RankedHit After, DateTimeOffset Now, DateTimeOffset? From);
