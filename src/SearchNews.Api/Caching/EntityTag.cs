using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchNews.Search.Ranking;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Caching;

/// <summary>
/// Weak tag of an answer, made from what the answer is made from: the program, the commit, the synonyms, the instant and the canonical address. Equal tags mean answers
/// that differ at most in the time they took.
/// </summary>
internal static class EntityTag
{
    private const int HashBytes = 16;
    private const string Any = "*";

    // Source: draft-eastlake-fnv, section 5.
    private static readonly UInt128 OffsetBasis = new(0x6c62272e07bb0142, 0x62b821756295c58d);
    private static readonly UInt128 Prime = new(0x0000000001000000, 0x000000000000013b);

    private static readonly string Program =
        typeof(EntityTag).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Makes the tag as it stands in headers.</summary>
    /// <param name="info">The commit that answers.</param>
    /// <param name="now">The clock, or null for an answer that does not depend on it.</param>
    /// <param name="canonicalUrl">The question.</param>
    public static string Of(InfoResponse info, DateTimeOffset? now, string canonicalUrl)
    {
        long ticks = now is { } instant ? RankingInstant.Of(instant).Ticks : -1;
        return Of(string.Create(CultureInfo.InvariantCulture, $"{Program}\n{info.Generation}\n{info.Commit}\n{info.Synonyms}\n{ticks}\n{canonicalUrl}"));
    }

    /// <summary>Makes the tag of an answer that is made from these words alone.</summary>
    public static string Of(string inputs)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        BinaryPrimitives.WriteUInt128BigEndian(hash, HashOf(inputs));
        return $"W/\"{Base64Url.EncodeToString(hash)}\"";
    }

    /// <summary>
    /// FNV-1a of 128 bits, over UTF-16 units. Tags are compared only for one address and one client, so nobody gains by two questions of one hash, and SHA-256 costs a
    /// search more than all else about its tag: the library behind it is cold each time.
    /// </summary>
    private static UInt128 HashOf(string text)
    {
        UInt128 hash = OffsetBasis;
        foreach (char unit in text) hash = (hash ^ unit) * Prime;
        return hash;
    }

    /// <summary>True when the client has the answer, whichever it is, as long as there is one. Source: <c>*</c> in RFC 9110, 13.1.2.</summary>
    public static bool IsAnyKnown(HttpRequest request) => request.Headers.IfNoneMatch is [{ } only] && only.AsSpan().Trim().SequenceEqual(Any);

    /// <summary>True when one of the client's tags is this one. Source: weak comparison, RFC 9110, 13.1.2.</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        StringValues given = request.Headers.IfNoneMatch;
        if (given.Count == 0) return false;
        var own = EntityTagHeaderValue.Parse(tag);
        return EntityTagHeaderValue.TryParseList(given, out IList<EntityTagHeaderValue>? known) && known.Any(k => k.Compare(own, useStrongComparison: false));
    }
}
