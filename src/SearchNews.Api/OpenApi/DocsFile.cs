using Microsoft.Net.Http.Headers;

namespace SearchNews.Api.OpenApi;

/// <summary>A file of the page at <c>/docs</c>.</summary>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Bytes">Its content, not compressed. Not to be changed.</param>
/// <param name="Tag">Differs between contents.</param>
internal sealed record DocsFile(string ContentType, ReadOnlyMemory<byte> Bytes, EntityTagHeaderValue Tag);
