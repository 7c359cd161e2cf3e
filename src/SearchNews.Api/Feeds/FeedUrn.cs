using System.Security.Cryptography;
using System.Text;

namespace SearchNews.Api.Feeds;

/// <summary>
/// Ids that last: <c>urn:uuid</c> made from what a thing is called here, not from where it is served nor from its text, so that a reader does not take an
/// updated story for a new one. Source: RFC 9562, version 8, name-based with SHA-256 as in its appendix B.2.
/// </summary>
internal static class FeedUrn
{
    private const int VersionByte = 6;
    private const int VariantByte = 8;
    private const int UuidBytes = 16;

    /// <summary>Keeps our names apart from those of everybody else who hashes names; never to be changed.</summary>
    private const string Namespace = "b5ad3f5e-0c8e-4f0b-9a53-5d4f1d0c7e21";

    /// <summary>Of a story, by its id. An article that is alone is a story of its own id.</summary>
    public static string OfStory(string id) => Of("story", id);

    /// <summary>Of an article by itself.</summary>
    public static string OfArticle(string id) => Of("article", id);

    /// <summary>Of a feed, by the query it answers.</summary>
    public static string OfFeed(string query) => Of("feed", query);

    private static string Of(string kind, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Namespace}\n{kind}\n{name}"), hash);
        Span<byte> uuid = hash[..UuidBytes];
        uuid[VersionByte] = (byte)((uuid[VersionByte] & 0x0F) | 0x80);
        uuid[VariantByte] = (byte)((uuid[VariantByte] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(uuid, bigEndian: true).ToString();
    }
}
