using System.Runtime.InteropServices;

namespace SearchNews.Search.Stories;

/// <summary>A story as a list of stories is sorted by.</summary>
/// <param name="Doc">Its first article.</param>
/// <param name="Size">Its articles.</param>
/// <param name="Coverage">The greatest coverage of an article, 0 to 1.</param>
/// <param name="Last">The latest publication; <see cref="Embedded.SignalColumns.NoDate"/> when none has a date.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListedStory(int Doc, int Size, float Coverage, long Last)
{
    /// <summary>Most articles first.</summary>
    public static Comparer<ListedStory> ByCoverage { get; } = Comparer<ListedStory>.Create(static (left, right) =>
        (right.Size, right.Coverage, right.Last, left.Doc).CompareTo((left.Size, left.Coverage, left.Last, right.Doc)));

    /// <summary>The latest first.</summary>
    public static Comparer<ListedStory> ByDate { get; } = Comparer<ListedStory>.Create(static (left, right) =>
        (right.Last, right.Size, right.Coverage, left.Doc).CompareTo((left.Last, left.Size, left.Coverage, right.Doc)));
}
