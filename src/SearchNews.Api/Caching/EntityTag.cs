using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
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
    private const int HashBytes = 15;

    private static readonly string Program =
        typeof(EntityTag).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Makes the tag.</summary>
    /// <param name="info">The commit that answers.</param>
    /// <param name="now">The clock, or null for an answer that does not depend on it.</param>
    /// <param name="canonicalUrl">The question.</param>
    public static EntityTagHeaderValue Of(InfoResponse info, DateTimeOffset? now, string canonicalUrl)
    {
        long ticks = now is { } instant ? RankingInstant.Of(instant).Ticks : -1;
        string inputs = string.Create(CultureInfo.InvariantCulture, $"{Program}\n{info.Generation}\n{info.Commit}\n{info.Synonyms}\n{ticks}\n{canonicalUrl}");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(inputs));
        return new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, HashBytes))}\"", isWeak: true);
    }

    /// <summary>True when one of the client's tags is this one. Source: weak comparison, RFC 9110, 13.1.2.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
        && known.Any(k => k.Compare(tag, useStrongComparison: false));
}
