using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search;

/// <summary>How many documents match.</summary>
/// <param name="Value">The number, or a lower bound of it.</param>
/// <param name="Relation">Which of the two.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TotalHits(long Value, TotalHitsRelation Relation)
{
    /// <summary>True when <see cref="Value"/> is the exact number.</summary>
    public bool IsExact => Relation == TotalHitsRelation.EqualTo;

    /// <inheritdoc/>
    public override string ToString() => IsExact ? $"{Value} hits" : $"{Value}+ hits";
}
