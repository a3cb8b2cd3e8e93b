#ifndef CGDAL_H
#define CGDAL_H

// GDAL's vector C API, reached through dlopen and not linked: the loader would otherwise map some 110 shared
// libraries at every start, which takes 25 ms of processor time that `jinfeng locate` has no use for. The headers
// give the types; a table of pointers stands for the functions.

#if __has_include(<gdal/gdal.h>)
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#else
#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#endif

/// Functions declared in GDAL's own headers, from which the table takes their types.
#define CGDAL_DECLARED(X)                                                                         \
    X(GDALVersionInfo) X(GDALGetDriverByName) X(GDALGetDriverShortName) X(GDALGetDatasetDriver)   \
    X(GDALCreate) X(GDALOpenEx) X(GDALClose)                                                      \
    X(GDALDatasetGetLayerCount) X(GDALDatasetGetLayer) X(GDALDatasetCreateLayer)                  \
    X(GDALDatasetExecuteSQL) X(GDALDatasetReleaseResultSet) X(GDALDatasetStartTransaction)        \
    X(GDALDatasetCommitTransaction) X(GDALDatasetRollbackTransaction)                             \
    X(CPLSetThreadLocalConfigOption) X(CPLPushErrorHandlerEx) X(CPLPopErrorHandler)               \
    X(CPLGetErrorHandlerUserData)                                                                 \
    X(VSIFOpenL) X(VSIFReadL) X(VSIFWriteL) X(VSIFCloseL) X(VSIUnlink)                            \
    X(OGR_L_GetName) X(OGR_L_GetLayerDefn) X(OGR_L_GetSpatialRef) X(OGR_L_GetNextFeature)         \
    X(OGR_L_GetFeatureCount) X(OGR_L_CreateField) X(OGR_L_CreateFeature)                          \
    X(OGR_FD_GetFieldCount) X(OGR_FD_GetFieldDefn) X(OGR_FD_GetGeomType)                          \
    X(OGR_Fld_Create) X(OGR_Fld_Destroy) X(OGR_Fld_GetNameRef) X(OGR_Fld_GetType)                 \
    X(OGR_Fld_SetWidth) X(OGR_Fld_SetPrecision) X(OGR_Fld_SetAlternativeName)                     \
    X(OGR_F_Create) X(OGR_F_Destroy) X(OGR_F_GetFID) X(OGR_F_GetGeometryRef)                      \
    X(OGR_F_SetGeometryDirectly) X(OGR_F_SetStyleString) X(OGR_F_IsFieldSetAndNotNull)            \
    X(OGR_F_GetFieldIndex) X(OGR_F_GetFieldAsString) X(OGR_F_GetFieldAsDouble)                    \
    X(OGR_F_GetFieldAsInteger64) X(OGR_F_SetFieldString) X(OGR_F_SetFieldDouble)                  \
    X(OGR_F_SetFieldInteger64)                                                                    \
    X(OGR_G_CreateFromWkb) X(OGR_G_DestroyGeometry) X(OGR_G_ExportToIsoWkb) X(OGR_G_WkbSize)      \
    X(OGR_G_GetGeometryType) X(OGR_G_HasCurveGeometry) X(OGR_G_GetLinearGeometry)                 \
    X(OGR_G_IsEmpty)                                                                              \
    X(OSRNewSpatialReference) X(OSRDestroySpatialReference) X(OSRImportFromEPSG)                  \
    X(OSRSetAxisMappingStrategy) X(OSRGetAuthorityCode) X(OSRGetAuthorityName) X(OSRGetName)      \
    X(OSRGetAttrValue) X(OSRGetProjParm) X(OSRGetSemiMajor) X(OSRGetInvFlattening)                \
    X(OSRIsGeographic) X(OSRIsProjected) X(OSRGetLinearUnits)

/// Drivers, each registered by a function of no arguments that only C++ headers declare.
#define CGDAL_DRIVERS(X)                                                                          \
    X(RegisterOGRShape) X(RegisterOGRGeoPackage) X(RegisterOGRLIBKML) X(RegisterOGRFlatGeobuf)    \
    X(RegisterOGRDXF) X(RegisterOGRXLSX) X(RegisterOGRODS) X(RegisterOGROpenFileGDB)   \
    X(RegisterOGRPG)

/// GDAL's functions, by their own names.
typedef struct {
#define CGDAL_MEMBER(name) __typeof__(name) *_Nonnull name;
    CGDAL_DECLARED(CGDAL_MEMBER)
#undef CGDAL_MEMBER
#define CGDAL_MEMBER(name) void (*_Nonnull name)(void);
    CGDAL_DRIVERS(CGDAL_MEMBER)
#undef CGDAL_MEMBER
} CGDALFunctions;

/// The functions, or NULL where the library is missing or too old. The first call loads the library and registers
/// the drivers above and no others; it may come from any thread.
const CGDALFunctions *_Nullable cgdal_functions(void);

/// Why there are no functions, in the words of the loader; empty where there are.
const char *_Nonnull cgdal_failure(void);

#endif
