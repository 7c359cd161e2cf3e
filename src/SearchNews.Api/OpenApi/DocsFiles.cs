using System.Buffers.Text;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace SearchNews.Api.OpenApi;

/// <summary>
/// The files of the page at <c>/docs</c>: Swagger UI out of its package, and what starts it out of ours. Each is read once, when somebody asks for it.
/// Thread-safe.
/// </summary>
internal static class DocsFiles
{
    /// <summary>The page itself.</summary>
    public const string Page = "docs.html";

    private const string OurFolder = "docs/";
    private const string TheirFolder = "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.";
    private const int TagBytes = 15;

    private static readonly Dictionary<string, (Assembly Assembly, string Resource, string ContentType)> Sources = new(StringComparer.Ordinal)
    {
        [Page] = (typeof(DocsFiles).Assembly, OurFolder + Page, "text/html; charset=utf-8"),
        ["docs.js"] = (typeof(DocsFiles).Assembly, OurFolder + "docs.js", "text/javascript; charset=utf-8"),
        ["docs.css"] = (typeof(DocsFiles).Assembly, OurFolder + "docs.css", "text/css; charset=utf-8"),
        ["swagger-ui.css"] = (typeof(SwaggerUIOptions).Assembly, TheirFolder + "swagger-ui.css", "text/css; charset=utf-8"),
        ["swagger-ui-bundle.js"] = (typeof(SwaggerUIOptions).Assembly, TheirFolder + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
    };

    private static readonly ConcurrentDictionary<string, DocsFile> Loaded = new(StringComparer.Ordinal);

    /// <summary>Names of all files.</summary>
    public static IReadOnlyCollection<string> Names => Sources.Keys;

    /// <summary>The file of that name, or null.</summary>
    public static DocsFile? Find(string name) => Sources.ContainsKey(name) ? Loaded.GetOrAdd(name, Load) : null;

    private static DocsFile Load(string name)
    {
        (Assembly assembly, string resource, string contentType) = Sources[name];
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no resource {resource}.");
        using var bytes = new MemoryStream();
        if (assembly == typeof(DocsFiles).Assembly)
        {
            stream.CopyTo(bytes);
        }
        else
        {
            using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
            unzipped.CopyTo(bytes);
        }

        byte[] content = bytes.ToArray();
        string hash = Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, TagBytes));
        return new DocsFile(contentType, content, new EntityTagHeaderValue($"\"{hash}\"", isWeak: true));
    }
}
