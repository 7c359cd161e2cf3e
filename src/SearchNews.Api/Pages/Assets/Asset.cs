using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SearchNews.Api.Pages.Assets;

/// <summary>A script, style or icon of the pages. Compressed as well as can be, once, when first asked for.</summary>
internal sealed class Asset(string contentType, string fingerprint, byte[] bytes)
{
    private readonly Lazy<byte[]> _brotli = new(() => Compress(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)));

    public byte[] Bytes => bytes;

    /// <summary>The asset in the best coding that the client takes. The tag is of the coded form, as a strong one must be.</summary>
    public FileContentHttpResult ToResult(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        string? coding = AcceptedCoding.Best(context.Request.Headers.AcceptEncoding);
        if (coding is not null) context.Response.Headers.ContentEncoding = coding;
        byte[] body = coding switch
        {
            AcceptedCoding.Brotli => _brotli.Value,
            AcceptedCoding.Gzip => _gzip.Value,
            _ => bytes,
        };
        return TypedResults.Bytes(body, contentType, entityTag: new EntityTagHeaderValue($"\"{fingerprint}{(coding is null ? "" : "-" + coding)}\""));
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> coder)
    {
        using var to = new MemoryStream();
        using (Stream coded = coder(to)) coded.Write(bytes);
        return to.ToArray();
    }
}
