using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
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
    private const int HashBytes = 15;
    private const string Any = "*";

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
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(inputs.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(inputs, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return $"W/\"{Base64Url.EncodeToString(hash[..HashBytes])}\"";
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
