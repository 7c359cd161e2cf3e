using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;

namespace SearchNews.Api.Pages.Assets;

/// <summary>
/// The files of <c>wwwroot</c>, embedded in the assembly. One fingerprint of them all is part of their address, so that they may be kept for ever and still
/// import each other by their plain names. Immutable.
/// </summary>
internal static class AssetCatalog
{
    private const string Prefix = "wwwroot/";

    // Names, types and contents in order; a change in any of them is another version of all.
    private static readonly SortedDictionary<string, byte[]> Files = Read();

    /// <summary>Fingerprint of all files.</summary>
    public static string Version { get; } = Fingerprint(Files.SelectMany(f => f.Value));

    private static readonly Dictionary<string, Asset> Assets =
        Files.ToDictionary(f => f.Key, f => new Asset(TypeOf(f.Key), Fingerprint(f.Value), f.Value), StringComparer.Ordinal);

    /// <summary>Names of all files.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>The address of a file.</summary>
    public static string Url(string name) => $"/assets/{Version}/{name}";

    /// <summary>The file of that name, or null.</summary>
    public static Asset? Find(string name) => Assets.GetValueOrDefault(name);

    private static SortedDictionary<string, byte[]> Read()
    {
        Assembly assembly = typeof(AssetCatalog).Assembly;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream from = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[from.Length];
            from.ReadExactly(bytes);
            files.Add(resource[Prefix.Length..], bytes);
        }

        return files;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"wwwroot has {name}, whose type is unknown."),
    };

    private static string Fingerprint(IEnumerable<byte> bytes) => Base64Url.EncodeToString(SHA256.HashData([.. bytes]).AsSpan(0, 9));
}
