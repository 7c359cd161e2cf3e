using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SearchNews.Api.OpenApi;

/// <summary>The OpenAPI document as bytes. It is the same for the life of the process, so it is made once. Thread-safe.</summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.DocumentName)] IOpenApiDocumentProvider provider)
{
    /// <summary>Name of the one document there is.</summary>
    public const string DocumentName = "v1";

    private byte[]? _bytes;

    /// <summary>The document as OpenAPI 3.1 JSON, UTF-8. Not to be changed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(CancellationToken cancellationToken)
    {
        if (_bytes is { } made) return made;
        OpenApiDocument document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        string json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        return _bytes = Encoding.UTF8.GetBytes(json);
    }
}
